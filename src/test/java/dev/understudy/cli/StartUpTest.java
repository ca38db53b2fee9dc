package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
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
            System.exit(new CommandLine(new ValidateCommand(System.in)).execute(args));
        }
    }

    @Test
    void validating_loads_neither_the_kubernetes_client_nor_vertx_nor_a_json_library() throws Exception {
        assertThat(loadedBy(Validate.class, "scenarios"))
                .anyMatch(line -> line.contains("dev.understudy.scenario.yaml.YamlReader"))
                .noneMatch(line -> line.contains("io.fabric8."))
                .noneMatch(line -> line.contains("io.vertx."))
                .noneMatch(line -> line.contains("com.fasterxml."));
    }

    @Test
    void a_command_that_reads_no_file_loads_no_form_of_one() throws Exception {
        assertThat(loadedBy(Main.class, "--version"))
                .anyMatch(line -> line.contains("dev.understudy.cli.ValidateCommand"))
                .noneMatch(line -> line.contains("dev.understudy.scenario.form."))
                .noneMatch(line -> line.contains("dev.understudy.fault."));
    }

    private static List<String> loadedBy(Class<?> program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = process.inputReader().readAllLines();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return lines;
    }
}
