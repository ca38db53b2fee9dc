package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.app.Catalog;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The short commands must not pay for libraries that they do not need. */
class StartUpTest {
    /** Entry point of the process that the test looks at. */
    static final class Validate {
        private Validate() {}

        public static void main(String[] args) {
            System.exit(new CommandLine(new ValidateCommand(Catalog.files(), System.in)).execute(args));
        }
    }

    @Test
    void validating_loads_neither_the_kubernetes_client_nor_vertx_nor_a_json_library() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:stdout",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Validate.class.getName(),
                        "scenarios")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        List<String> lines = process.inputReader().readAllLines();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(lines)
                .anyMatch(line -> line.contains("dev.understudy.scenario.yaml.YamlReader"))
                .noneMatch(line -> line.contains("io.fabric8."))
                .noneMatch(line -> line.contains("io.vertx."))
                .noneMatch(line -> line.contains("com.fasterxml."));
    }
}
