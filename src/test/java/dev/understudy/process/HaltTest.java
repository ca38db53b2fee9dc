package dev.understudy.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HaltTest {
    @TempDir
    private Path folder;

    @Test
    void a_halt_ends_running_drills_and_refuses_new_ones_until_drills_are_resumed() throws IOException {
        try (Shop shop = Shop.open(folder)) {
            Map<String, JsonNode> before = shop.world();
            Machine machine = Machine.in(folder);
            try (Program run = machine.drill(shop)) {
                String drill = run.drill();
                run.await("impact:");

                Ended halt = machine.run("halt", "--as", "fay", "--reason", "the auditors are here");

                Ended end = run.ended();
                assertThat(halt.code()).as(halt.said()).isZero();
                assertThat(halt.text()).contains("drill " + drill + " runs here, and ends now");
                assertThat(end.code()).as(end.said()).isEqualTo(3);
                assertThat(end.text()).containsPattern("drills are halted: since .* by fay: the auditors are here");
                assertThat(machine.reported().at("/end/cause").asText()).isEqualTo("halt");
                assertThat(shop.world()).isEqualTo(before);
                assertThat(shop.traces()).isEmpty();
            }
            refusesUntilResumed(shop, machine);
        }
    }

    private static void refusesUntilResumed(Shop shop, Machine machine) {
        try (Program refused = machine.drill(shop)) {
            Ended end = refused.ended();
            assertThat(end.code()).as(end.said()).isEqualTo(4);
            assertThat(end.text())
                    .containsPattern("not injecting: drills are halted since .* by fay: the auditors are here")
                    .contains("understudy resume");
        }
        assertThat(machine.run("drills").text()).startsWith("drills are halted since");

        Ended resumed = machine.run("resume");

        assertThat(resumed.text()).contains("drills may run again");
        try (Program run = machine.drill(shop, "--param", "repair=1s")) {
            Ended end = run.ended();
            assertThat(end.code()).as(end.said()).isZero();
        }
    }
}
