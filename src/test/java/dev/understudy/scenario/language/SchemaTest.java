package dev.understudy.scenario.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.understudy.app.Catalog;
import dev.understudy.scenario.yaml.Problems;
import dev.understudy.scenario.yaml.Tree;
import dev.understudy.scenario.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The schemas under {@code schema/}. Rewrite them with {@code ./mvnw -q test -Dtest=SchemaTest -Dunderstudy.write=true}. */
class SchemaTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @EnumSource
    void schemas_in_the_repository_are_those_of_the_forms(FileKind kind) throws Exception {
        Path file = Path.of("schema", kind.word().toLowerCase(Locale.ROOT) + ".json");
        String written = written(kind).toPrettyString().replace(System.lineSeparator(), "\n") + "\n";
        if (Boolean.getBoolean("understudy.write")) {
            Files.writeString(file, written);
        }

        assertThat(file).as("stale: rewrite with -Dunderstudy.write=true").hasContent(written);
    }

    @ParameterizedTest
    @EnumSource
    void every_field_is_described(FileKind kind) {
        List<String> silent = new ArrayList<>();

        collectSilent(written(kind), "", silent);

        assertThat(silent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"scenarios/checkout-cache-loss.yaml,SCENARIO", "scenarios/roster.yaml,ROSTER"})
    void an_editor_with_the_schema_finds_nothing_wrong_with_the_examples(Path file, FileKind kind) throws Exception {
        List<Error> errors = errors(kind, Files.readAllBytes(file));

        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "at: 0s, scale|at: 0s, skale",
                "deadline: 20m|deadline: 20 minutes",
                "every: 1s, http: {|every: 1s, workload: {kind: Deployment, name: x}, http: {",
                "replicas: \"${replicas}\"|replicas: many",
                "maxPercent: 100|maxPercent: 101",
                "enforcement: observe|enforcement: look",
                "  title: Checkout loses its cache|  title: 5",
                "kind: Scenario|kind: Scenery"
            })
    void an_editor_with_the_schema_sees_the_mistakes_of_form(String right, String wrong) throws Exception {
        String example = Files.readString(Path.of("scenarios/checkout-cache-loss.yaml"));
        assertThat(example).contains(right);

        List<Error> errors =
                errors(FileKind.SCENARIO, example.replace(right, wrong).getBytes(StandardCharsets.UTF_8));

        assertThat(errors).isNotEmpty();
    }

    @Test
    void the_schema_says_which_kinds_of_fault_there_are() {
        JsonNode fault = written(FileKind.SCENARIO).at("/$defs/fault/properties/scale");

        assertThat(fault.path("description").asText()).contains("scales the target workload");
        assertThat(fault.at("/properties/replicas/description").asText()).contains("number of pods");
    }

    private static JsonNode written(FileKind kind) {
        return JSON.valueToTree(Schemas.of(kind, Catalog.FAULTS, Catalog.LONE_FILES));
    }

    private static List<Error> errors(FileKind kind, byte[] bytes) {
        Tree tree = YamlReader.read(bytes, new Problems("")).orElseThrow();
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(written(kind))
                .validate(TreeJson.of(tree));
    }

    private static void collectSilent(JsonNode schema, String at, List<String> silent) {
        schema.path("properties").properties().forEach(property -> {
            if (property.getValue().path("description").asText().isBlank()) {
                silent.add(at + "/" + property.getKey());
            }
        });
        schema.properties().forEach(child -> collectSilent(child.getValue(), at + "/" + child.getKey(), silent));
    }
}
