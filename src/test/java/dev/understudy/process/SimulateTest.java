package dev.understudy.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulated cluster in one process, and a drill on it in another. */
class SimulateTest {
    @TempDir
    private Path folder;

    @Test
    void a_drill_works_on_a_cluster_that_another_process_simulates() {
        Path kubeconfig = folder.resolve("kubeconfig");
        Machine machine = Machine.in(folder);
        try (Program simulate = Machine.in(folder)
                .start("simulate", "--world", "scenarios/worlds/shop.yaml", "--kubeconfig", kubeconfig.toString())) {
            simulate.await("Ctrl-C ends it");
            try (Shop shop = Shop.at(kubeconfig)) {
                Map<String, JsonNode> before = shop.world();

                Ended run = machine.run(
                        "run",
                        "scenarios/outcomes/recovered.yaml",
                        "--kubeconfig",
                        kubeconfig.toString(),
                        "--responders",
                        "scripted",
                        "--report",
                        machine.report().toString());

                assertThat(run.code()).as(run.said()).isZero();
                assertThat(machine.reported().at("/responders/acted/0").asText())
                        .isEqualTo("bo");
                assertThat(machine.reported().path("evidence").asText()).isEqualTo("rehearsal");
                assertThat(shop.world()).isEqualTo(before);
            }
            assertThat(simulate.signal("TERM").ended().code()).isEqualTo(143);
        }
    }
}
