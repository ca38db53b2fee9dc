package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulateCommandTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--ingress-port", "--prometheus-port"})
    void a_port_in_use_is_named_in_one_line(String option) throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(other.getLocalPort());

            var typed = Typed.run(
                    new SimulateCommand(),
                    option,
                    port,
                    "--kubeconfig",
                    folder.resolve("kubeconfig").toString());

            assertThat(typed.code()).isEqualTo(ExitCodes.REFUSED);
            assertThat(typed.err().lines()).singleElement().asString().contains("port " + port, "name another port");
        }
    }
}
