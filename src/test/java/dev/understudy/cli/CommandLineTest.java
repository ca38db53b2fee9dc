package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can be typed without a cluster and a journal: sane output, the contract's exit codes. */
class CommandLineTest {
    private static final String SCENARIO = "scenarios/checkout-cache-loss.yaml";

    @TempDir
    private Path folder;

    static Stream<String> commands() {
        return Root.commandLine().getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void each_command_explains_itself(String command) {
        Typed help = typed(command, "--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).startsWith("Usage: understudy " + command);
        assertThat(help.out().lines()).hasSizeGreaterThan(3);
        assertThat(help.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void each_command_refuses_an_option_that_it_does_not_know(String command) {
        Typed wrong = typed(command, "--nonsense", "scenario");

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("--nonsense").doesNotContain("\tat ");
    }

    @Test
    void names_every_command_and_where_to_begin() {
        Typed help = typed("--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("understudy run scenarios/checkout-cache-loss.yaml");
        commands().forEach(command -> assertThat(help.out()).contains("  " + command));
    }

    @Test
    void says_how_to_go_on_when_nothing_is_typed() {
        Typed nothing = typed();

        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.err()).contains("Usage: understudy");
    }

    @Test
    void suggests_the_command_that_was_meant() {
        Typed wrong = typed("rum");

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("understudy run");
    }

    @Test
    void a_mistake_stands_alone_and_says_where_the_options_are_told() {
        Typed wrong = typed("check", "--sevice", "checkout");

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err().lines())
                .hasSize(3)
                .contains("Possible solutions: --settings, --service")
                .endsWith("'understudy check --help' says what can be given");
    }

    @Test
    void tells_its_version() {
        Typed version = typed("--version");

        assertThat(version.code()).isZero();
        assertThat(version.out()).startsWith("understudy ");
    }

    @Test
    void lists_the_faults() {
        Typed faults = typed("faults");

        assertThat(faults.code()).isZero();
        assertThat(faults.out()).contains("scale ").contains("understudy explain NAME");
    }

    @Test
    void explains_a_fault_with_its_permissions_and_its_undo() {
        Typed page = typed("explain", "scale");

        assertThat(page.code()).isZero();
        assertThat(page.out())
                .contains("replicas")
                .containsIgnoringCase("permission")
                .containsIgnoringCase("undo");
    }

    @Test
    void names_what_can_be_explained_when_asked_for_something_else() {
        Typed wrong = typed("explain", "skale");

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("'skale'").contains("scale").contains("http, tcp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scenario", "roster"})
    void prints_schemas_that_are_json(String kind) throws IOException {
        Typed schema = typed("schema", kind);

        JsonNode read = new JsonMapper().readTree(schema.out());
        assertThat(schema.code()).isZero();
        assertThat(read.path("$schema").asText()).contains("json-schema.org");
    }

    @Test
    void prints_the_roles_of_several_scenarios_together() {
        Typed roles = typed("rbac", SCENARIO, "scenarios/outcomes/invalid.yaml");

        assertThat(roles.code()).isZero();
        assertThat(roles.out())
                .contains("kind: ClusterRole\n")
                .contains("kind: Role\n")
                .contains("resourceNames: [checkout-cache]")
                .contains("resourceNames: [payments]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "plan", "rbac", "validate"})
    void names_every_problem_of_a_file(String command) throws IOException {
        Path file = folder.resolve("drill.yaml");
        Files.copy(Path.of("scenarios/outcomes/roster.yaml"), folder.resolve("roster.yaml"));
        Files.writeString(
                file,
                Files.readString(Path.of("scenarios/outcomes/recovered.yaml"))
                        .replace("title:", "tittle:")
                        .replace("namespace: shop, workload", "namespace: kube-system, workload")
                        .replace("responder: ana", "responder: anna"));

        Typed wrong = typed(command, file.toString());

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.out() + wrong.err())
                .containsPattern("drill\\.yaml:\\d+:\\d+: .*tittle")
                .containsPattern("drill\\.yaml:\\d+:\\d+: .*kube-system")
                .containsPattern("drill\\.yaml:\\d+:\\d+: .*anna")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "plan", "rbac", "validate"})
    void says_when_a_file_is_not_there(String command) {
        Typed wrong = typed(command, "nowhere.yaml");

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.out() + wrong.err()).contains("nowhere.yaml").doesNotContain("\tat ");
    }

    @Test
    void refuses_a_cluster_that_is_simulated_and_real_at_once() {
        Typed wrong = typed("run", SCENARIO, "--cluster", "simulated", "--kubeconfig", "anything");

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("--cluster simulated does not go with");
    }

    @Test
    void undo_wants_to_know_which_drills() {
        Typed wrong = typed("undo");

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("--drill").contains("--expired").contains("--all");
    }

    private static Typed typed(String... arguments) {
        return Typed.run(Root.commandLine(), arguments);
    }
}
