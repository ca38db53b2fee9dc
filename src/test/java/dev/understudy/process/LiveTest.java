package dev.understudy.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.process.kubectl.NeedsKubectl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A drill in one terminal, its cluster in another, people in a third: they repair with their own kubectl, and tell the
 * drill what they do.
 */
@NeedsKubectl
class LiveTest {
    private static final String SCENARIO = "scenarios/checkout-cache-loss.yaml";

    @TempDir
    private Path folder;

    @Test
    void a_person_with_kubectl_recovers_it_and_the_audit_events_say_who() {
        Machine machine = Machine.in(folder);
        int port = Free.port();
        try (Simulation _ = simulation(machine, port, "--alerts-to", "alertmanager");
                Program run = live(machine, "--listen-port", port + "")) {
            run.await("alert CheckoutDown fired");
            Ended ack = machine.run("ack", run.drill("checkout-cache-loss"), "--as", "bo");
            repair("bo");

            Ended end = run.ended();

            assertThat(ack.text()).contains("bo took it; the acknowledgement clock has stopped");
            assertThat(end.code()).as(end.said()).isZero();
            JsonNode report = machine.reported();
            assertThat(report.path("outcome").asText()).isEqualTo("recovered");
            assertThat(report.at("/responders/acted"))
                    .hasSize(1)
                    .first()
                    .satisfies(who -> assertThat(who.asText()).isEqualTo("bo"));
            assertThat(report.at("/clocks/detected/grade").asText()).isEqualTo("A");
            assertThat(report.at("/clocks/acknowledged/grade").asText()).isEqualTo("C");
            assertThat(deed(report).path("source").asText()).isEqualTo("audit");
            assertThat(deed(report).path("grade").asText()).isEqualTo("A");
        }
    }

    @Test
    void the_same_repair_by_the_excluded_expert_makes_it_rescued() {
        Machine machine = Machine.in(folder);
        try (Simulation _ = simulation(machine, 0);
                Program run = live(machine)) {
            run.await("impact:");
            Ended ack = machine.run("ack", "--as", "ana");
            repair("ana");

            Ended end = run.ended();

            assertThat(ack.code()).isZero();
            assertThat(ack.text()).contains("recorded as a breach, and the acknowledgement clock goes on");
            assertThat(end.code()).as(end.said()).isEqualTo(1);
            assertThat(machine.reported().path("outcome").asText()).isEqualTo("rescued");
            assertThat(machine.reported().at("/clocks/acknowledged").isNull()).isTrue();
            assertThat(machine.reported().at("/responders/acted/0").asText()).isEqualTo("ana");
        }
    }

    @Test
    void audit_events_that_the_api_server_posts_say_who_repaired_it() {
        Machine machine = Machine.in(folder);
        int port = Free.port();
        try (Simulation _ = simulation(machine, port, "--audit-webhook", "audit");
                Program run = live(machine, "--listen-port", port + "", "--audit", "webhook")) {
            run.await("impact:");
            repair("bo");

            Ended end = run.ended();

            assertThat(end.text()).contains("waiting for audit events at http://127.0.0.1:" + port + "/hooks/audit");
            assertThat(machine.reported().at("/responders/acted/0").asText()).isEqualTo("bo");
            assertThat(deed(machine.reported()).path("grade").asText()).isEqualTo("A");
        }
    }

    /** The change that the report's timeline shows. */
    private static JsonNode deed(JsonNode report) {
        for (JsonNode line : report.path("timeline")) {
            if (line.path("event").asText().equals("change-seen")) {
                return line;
            }
        }
        throw new AssertionError("nobody was seen to change anything");
    }

    private Simulation simulation(Machine machine, int port, String... hook) {
        return hook.length == 0
                ? Simulation.of("scenarios/worlds/shop.yaml", folder)
                : Simulation.of(
                        "scenarios/worlds/shop.yaml",
                        folder,
                        hook[0],
                        "http://127.0.0.1:" + port + "/hooks/" + hook[1],
                        "--webhook-token-file",
                        machine.hookToken().toString());
    }

    private Program live(Machine machine, String... more) {
        String[] fixed = {
            "run", SCENARIO, "--responders", "live", "--kubeconfig", kubeconfig(), "--report", machine.report() + ""
        };
        return machine.start(Stream.concat(Stream.of(fixed), Stream.of(more)).toArray(String[]::new));
    }

    private void repair(String who) {
        List<String> command = List.of(
                "kubectl",
                "--kubeconfig",
                kubeconfig(),
                "--context",
                who,
                "--namespace",
                "shop",
                "scale",
                "deployment",
                "checkout-cache",
                "--replicas=3");
        try {
            Process kubectl =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(kubectl.getInputStream().readAllBytes());
            assertThat(kubectl.waitFor()).as(said).isZero();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private String kubeconfig() {
        return folder.resolve("kubeconfig").toString();
    }
}
