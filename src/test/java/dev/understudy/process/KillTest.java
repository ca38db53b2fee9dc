package dev.understudy.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** SIGKILL at every event that can be seen: whoever comes next brings the world back, and says so. */
class KillTest {
    @TempDir
    private Path folder;

    /** When the orchestrator dies, by what it prints; the repair comes only where one is waited for. */
    enum Moment {
        RECORD_WRITTEN("the inverses for", "50s"),
        FAULT_INJECTED("injected, within", "50s"),
        IMPACT("impact:", "50s"),
        ALERT_FIRED("alert CheckoutDown fired", "50s"),
        ACKNOWLEDGED("bo took it", "50s"),
        REPAIRED("bo: patch", "600ms"),
        RECOVERED("steady again", "600ms");

        private final String line;
        private final String repair;

        Moment(String line, String repair) {
            this.line = line;
            this.repair = repair;
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ALERT_FIRED")
    void undo_on_another_machine_restores_the_world_after_a_kill(Moment moment) throws IOException {
        try (Shop shop = Shop.open(folder)) {
            Map<String, JsonNode> before = shop.world();
            killed(Machine.in(folder), shop, moment.line, moment.repair);

            Ended undo = undo(shop);

            assertThat(undo.code()).as(undo.said()).isZero();
            assertThat(undo.err()).isEmpty();
            assertThat(shop.world()).isEqualTo(before);
            assertThat(shop.traces()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RECORD_WRITTEN", "IMPACT", "RECOVERED"})
    void the_next_start_restores_the_world_after_a_kill(Moment moment) throws IOException {
        try (Shop shop = Shop.open(folder)) {
            Map<String, JsonNode> before = shop.world();
            Machine machine = Machine.in(folder);
            String drill = killed(machine, shop, moment.line, moment.repair);

            Ended next = next(machine, shop);

            assertThat(next.out()).contains("drill " + drill + " was interrupted; everything of it is undone now");
            assertThat(next.said()).contains("not injecting: namespace elsewhere does not exist");
            assertThat(next.code()).isEqualTo(4);
            assertThat(shop.world()).isEqualTo(before);
            assertThat(shop.traces()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, the same value by another hand", "2, another value"})
    void undo_on_another_machine_leaves_alone_what_a_responder_has_set(int replicas, String what) throws IOException {
        try (Shop shop = Shop.open(folder)) {
            killed(Machine.in(folder), shop, "impact:", "50s");
            shop.scale(1, "somebody");
            shop.scale(replicas, "somebody");

            Ended undo = undo(shop);

            assertThat(undo.code()).as(what).isZero();
            assertThat(undo.text())
                    .contains("diverged: Deployment shop/checkout-cache")
                    .contains("set by somebody: left alone");
            assertThat(shop.replicas()).isEqualTo(replicas);
            assertThat(shop.traces()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, the same value by another hand", "2, another value"})
    void the_next_start_leaves_alone_what_a_responder_has_set(int replicas, String what) throws IOException {
        try (Shop shop = Shop.open(folder)) {
            Machine machine = Machine.in(folder);
            String drill = killed(machine, shop, "impact:", "50s");
            shop.scale(1, "somebody");
            shop.scale(replicas, "somebody");

            next(machine, shop);

            Ended report = machine.run("report", drill, "-o", "json");
            JsonNode fault = Machine.json(report.text()).at("/faults/0");
            assertThat(fault.path("undo").asText()).as(what).isEqualTo("diverged");
            assertThat(fault.path("by").asText()).isEqualTo("somebody");
            assertThat(shop.replicas()).isEqualTo(replicas);
            assertThat(shop.traces()).isEmpty();
        }
    }

    private static String killed(Machine machine, Shop shop, String line, String repair) {
        try (Program run = machine.drill(shop, "--param", "repair=" + repair)) {
            String drill = run.drill();
            run.await(line);
            run.kill();
            return drill;
        }
    }

    private Ended undo(Shop shop) {
        return Machine.in(folder)
                .run("undo", "--all", "--kubeconfig", shop.kubeconfig().toString());
    }

    private static Ended next(Machine machine, Shop shop) {
        try (Program run = machine.drill(shop, "--param", "namespace=elsewhere")) {
            return run.ended();
        }
    }
}
