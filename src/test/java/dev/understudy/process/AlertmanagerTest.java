package dev.understudy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real Alertmanager, configured as docs/live-drills.md tells, and a live drill. Skipped where there is none. */
class AlertmanagerTest {
    private static final String BEARER = """
            authorization:
              type: Bearer
              credentials_file: %s
            """;
    private static final String PASSWORD = """
            basic_auth:
              username: understudy
              password_file: %s
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void needs_the_debian_package() {
        assumeThat(Alertmanager.there())
                .as("the package prometheus-alertmanager is installed")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {BEARER, PASSWORD})
    void an_alert_that_a_real_alertmanager_sends_is_the_detection_of_the_drill(String authentication) throws Exception {
        Machine machine = Machine.in(folder);
        int port = Free.port();
        try (Shop shop = Shop.open(folder);
                Program run = machine.live(shop, "--listen-port", port + "");
                Alertmanager alertmanager = Alertmanager.start(
                        folder,
                        "http://127.0.0.1:" + port + "/hooks/alertmanager",
                        authentication.formatted(machine.hookToken()))) {
            run.await("impact:");

            alertmanager.fire("DiskFull");
            alertmanager.fire("CacheLost");
            alertmanager.fire("CheckoutDown");

            run.await("alert CheckoutDown fired");
            shop.scale(3, "kubectl");
            Ended end = run.ended();
            assertThat(end.out().stream().filter(line -> line.contains("fired")))
                    .hasSize(1);
            assertThat(machine.reported().at("/clocks/detected/grade").asText()).isEqualTo("A");
            assertThat(machine.reported().at("/objectives/detect").asText()).isEqualTo("met");
        }
    }

    @Test
    void a_token_that_is_not_the_drills_detects_nothing() throws Exception {
        Machine machine = Machine.in(folder);
        int port = Free.port();
        Path wrong = Files.writeString(folder.resolve("wrong"), "not the token");
        try (Shop shop = Shop.open(folder);
                Program run = machine.live(shop, "--listen-port", port + "");
                Alertmanager alertmanager = Alertmanager.start(
                        folder, "http://127.0.0.1:" + port + "/hooks/alertmanager", BEARER.formatted(wrong))) {
            run.await("impact:");
            alertmanager.fire("CheckoutDown");
            alertmanager.awaitLog("unexpected status code 401");
            shop.scale(3, "kubectl");

            Ended end = run.ended();

            assertThat(end.text()).doesNotContain("fired");
        }
    }
}
