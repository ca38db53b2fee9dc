package dev.understudy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everybody's ways to stop a drill: it ends as aborted, and nothing of it is left. */
class StopTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void a_signal_while_the_fault_is_in_undoes_it_first(String signal, int code) throws IOException {
        assumeThat(Program.hears(signal)).isTrue();
        try (Shop shop = Shop.open(folder)) {
            Map<String, JsonNode> before = shop.world();
            Machine machine = Machine.in(folder);
            try (Program run = machine.drill(shop)) {
                run.await("impact:");

                Ended end = run.signal(signal).ended();

                assertThat(end.code()).as(end.said()).isEqualTo(code);
                assertThat(end.out()).contains("interrupted: undoing what is left, please wait");
                assertAborted(machine, shop, before);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void a_signal_while_steady_state_is_waited_for_ends_it_with_nothing_touched(String signal, int code)
            throws IOException {
        assumeThat(Program.hears(signal)).isTrue();
        try (Shop shop = Shop.open(folder)) {
            Map<String, JsonNode> before = shop.world();
            Machine machine = Machine.in(folder);
            try (Program run = machine.drill(shop, "--param", "sustained=40s")) {
                run.await("ana is out of the game");

                Ended end = run.signal(signal).ended();

                assertThat(end.code()).as(end.said()).isEqualTo(code);
                assertAborted(machine, shop, before);
            }
        }
    }

    @Test
    void taking_the_namespaces_consent_away_aborts_and_undoes() throws IOException {
        try (Shop shop = Shop.open(folder)) {
            Map<String, JsonNode> before = shop.world();
            Machine machine = Machine.in(folder);
            try (Program run = machine.drill(shop)) {
                run.await("impact:");
                shop.consent("");

                Ended end = run.ended();

                assertThat(end.code()).as(end.said()).isEqualTo(3);
                assertThat(end.text()).contains("the label understudy.dev/drills of namespace shop was taken away");
                shop.consent("allowed");
                assertAborted(machine, shop, before);
            }
        }
    }

    @Test
    void undo_from_another_terminal_ends_the_living_drill() throws IOException {
        try (Shop shop = Shop.open(folder)) {
            Map<String, JsonNode> before = shop.world();
            Machine machine = Machine.in(folder);
            try (Program run = machine.drill(shop)) {
                String drill = run.drill();
                run.await("impact:");

                Ended undo = Machine.in(folder)
                        .run(
                                "undo",
                                "--drill",
                                drill,
                                "--kubeconfig",
                                shop.kubeconfig().toString());

                Ended end = run.ended();
                assertThat(undo.code()).as(undo.said()).isZero();
                assertThat(end.code()).as(end.said()).isEqualTo(3);
                assertAborted(machine, shop, before);
            }
        }
    }

    private static void assertAborted(Machine machine, Shop shop, Map<String, JsonNode> before) {
        assertThat(shop.world()).isEqualTo(before);
        assertThat(shop.traces()).isEmpty();
        assertThat(machine.reported().path("outcome").asText()).isEqualTo("aborted");
        assertThat(journalled(machine)).isEqualTo("aborted");
    }

    private static String journalled(Machine machine) {
        Ended drills = machine.run("drills", "-o", "json");
        return Machine.json(drills.text()).at("/drills/0/outcome").asText();
    }
}
