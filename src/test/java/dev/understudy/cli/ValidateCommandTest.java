package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ValidateCommandTest {
    private final StringWriter out = new StringWriter();

    @Test
    void a_folder_stands_for_every_file_of_ours_in_it() {
        int code = run("", "scenarios");

        assertThat(out.toString())
                .contains("scenarios/checkout-cache-loss.yaml: scenario checkout-cache-loss is valid")
                .contains("scenarios/roster.yaml: roster shop is valid");
        assertThat(code).isZero();
    }

    @Test
    void manifests_beside_the_scenarios_are_passed_over(@TempDir Path folder) throws Exception {
        Files.copy(Path.of("scenarios/roster.yaml"), folder.resolve("roster.yaml"));
        Files.writeString(folder.resolve("world.yaml"), "apiVersion: v1\nkind: Pod\n---\nkind: Pod\n");

        int code = run("", folder.toString());

        assertThat(code).isZero();
    }

    @Test
    void every_problem_of_every_file_is_printed_and_the_exit_code_is_2() {
        int code = run("", "src/test/resources/broken/empty.yaml", "nowhere.yaml", "scenarios/roster.yaml");

        assertThat(out.toString().lines())
                .containsExactly(
                        "src/test/resources/broken/empty.yaml:1:1: the file is empty",
                        "nowhere.yaml: there is no such file",
                        "scenarios/roster.yaml: roster shop is valid",
                        "2 problems in 2 files");
        assertThat(code).isEqualTo(2);
    }

    @Test
    void standard_input_is_read_with_a_named_roster_and_parameters() throws Exception {
        String scenario = Files.readString(Path.of("scenarios/checkout-cache-loss.yaml"));

        int code = run(scenario, "--roster", "scenarios/roster.yaml", "--param", "replicas=1", "-");

        assertThat(out.toString()).isEqualToNormalizingNewlines("<stdin>: scenario checkout-cache-loss is valid\n");
        assertThat(code).isZero();
    }

    @Test
    void json_holds_the_same_for_programs() throws Exception {
        int code = run("kind: Roster\nkind: Roster\n", "-o", "json", "-");

        JsonNode json = new JsonMapper().readTree(out.toString());
        assertThat(json.path("valid").booleanValue()).isFalse();
        assertThat(json.path("problems"))
                .anyMatch(p -> p.path("line").asInt() == 2
                        && p.path("message").asText().equals("'kind' is there twice"));
        assertThat(code).isEqualTo(2);
    }

    @Test
    void a_schema_is_printed_as_it_stands_in_the_repository() throws Exception {
        int code = new CommandLine(new SchemaCommand())
                .setOut(new PrintWriter(out))
                .execute("roster");

        assertThat(out.toString()).isEqualTo(Files.readString(Path.of("schema/roster.json")));
        assertThat(code).isZero();
    }

    private int run(String in, String... args) {
        return new CommandLine(new ValidateCommand(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8))))
                .setOut(new PrintWriter(out))
                .execute(args);
    }
}
