package dev.understudy.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seven ways in which a drill can end, each with its exit code, its word in the box and its word in the report. */
class OutcomesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "recovered, 0",
        "self-healed, 0",
        "recovered-late, 1",
        "rescued, 1",
        "not-recovered, 1",
        "aborted, 3",
        "invalid, 3"
    })
    void ends_as_its_scenario_is_called(String outcome, int code) {
        Machine machine = Machine.in(folder);

        Ended run = run(machine, "scenarios/outcomes/" + outcome + ".yaml");

        assertThat(run.code()).as(run.said()).isEqualTo(code);
        assertThat(run.err()).isEmpty();
        assertThat(run.text()).as("escape codes in a pipe").doesNotContain("\u001b");
        assertThat(run.out()).anyMatch(line -> line.startsWith("│ " + outcome.toUpperCase(Locale.ROOT) + ","));
        assertThat(machine.reported().path("outcome").asText()).isEqualTo(outcome);
        assertThat(machine.reported().path("passed").asBoolean()).isEqualTo(code == 0);
        assertThat(machine.report())
                .isDirectoryContaining("glob:**/report.html")
                .isDirectoryContaining("glob:**/report.md")
                .isDirectoryContaining("glob:**/junit.xml");
    }

    @Test
    void a_rescue_names_who_was_called_when_and_why() {
        Machine machine = Machine.in(folder);

        Ended run = run(machine, "scenarios/outcomes/rescued.yaml");

        assertThat(run.out())
                .anyMatch(line -> line.matches(
                        " +\\+\\d+\\.\\ds  ana, excluded, advised: .*" + "how many replicas does the cache need\\?.*"));
        JsonNode breach = machine.reported().at("/responders/breaches/0");
        assertThat(breach.path("responder").asText()).isEqualTo("ana");
        assertThat(breach.path("kind").asText()).isEqualTo("advised");
        assertThat(breach.path("at").asText()).startsWith("PT");
        assertThat(breach.path("detail").asText()).contains("how many replicas does the cache need?");
    }

    @Test
    void the_first_drill_of_the_readme_shows_what_the_contract_shows() {
        Machine machine = Machine.in(folder);

        Ended run = run(machine, "scenarios/checkout-cache-loss.yaml");

        assertThat(run.code()).as(run.said()).isZero();
        JsonNode report = machine.reported();
        assertThat(report.path("schema").asText()).isEqualTo("understudy.dev/report/v1");
        assertThat(report.path("drill").asText()).startsWith("checkout-cache-loss-");
        assertThat(report.path("cluster").asText()).isEqualTo("simulated");
        assertThat(report.path("evidence").asText()).isEqualTo("rehearsal");
        assertThat(report.path("outcome").asText()).isEqualTo("recovered");
        assertThat(report.path("censored")).isEmpty();
        assertThat(report.path("objectives").valueStream().map(JsonNode::asText))
                .containsExactly("met", "met", "met");
        JsonNode people = report.path("responders");
        assertThat(people.at("/excluded/0").asText()).isEqualTo("ana");
        assertThat(people.path("acknowledgedBy").asText()).isEqualTo("bo");
        assertThat(people.path("lead").asText()).isEqualTo("bo");
        assertThat(people.path("acted").valueStream().map(JsonNode::asText)).containsExactly("bo");
        assertThat(people.path("breaches")).isEmpty();
        JsonNode fault = report.at("/faults/0");
        assertThat(fault.path("undo").asText()).isEqualTo("restored");
        assertThat(fault.path("detail").asText()).isEqualTo("spec.replicas is 3 again, set by bo");
        assertThat(report.path("changesLeft")).isEmpty();
    }

    private static Ended run(Machine machine, String scenario) {
        return machine.run("run", scenario, "--report", machine.report().toString());
    }
}
