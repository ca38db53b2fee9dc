package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedContractTest extends ServerContract {
    private static final String ALL = "/api/v1/namespaces/NS/configmaps";
    private static final String ONE = ALL + "/one";
    private static final String UNREADABLE = "the object provided is unrecognized (must be of type ConfigMap):"
            + " couldn't get version/kind; json parse error: ";

    @BeforeEach
    void fill() {
        create("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: one}
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { | unexpected end of JSON input ({)
            {'kind':'ConfigMap','apiVersion':'v1'} more | invalid character 'm' after top-level value ({"kind":"ConfigMap","apiVersio ...)
            """)
    void json_that_cannot_be_read_is_400(String body, String why) {
        var answer = post(ALL, body);

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo(UNREADABLE + why);
    }

    @Test
    void json_that_is_no_object_is_400() {
        var answer = post(ALL, "[]");

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message())
                .isEqualTo(
                        UNREADABLE + "json: cannot unmarshal array into Go value of type struct { APIVersion string"
                                + " \"json:\\\"apiVersion,omitempty\\\"\"; Kind string \"json:\\\"kind,omitempty\\\"\" } (5b5d)");
    }

    @Test
    void a_body_nested_too_deeply_is_400() {
        String deep = String.join("", Collections.nCopies(100_000, "["));

        assertThat(post(ALL, "{'x':" + deep).message()).startsWith(UNREADABLE);
    }

    @Test
    void json_nested_too_deeply_is_refused_where_it_becomes_too_deep() {
        String deep = "{'a':".repeat(20_000) + "1" + "}".repeat(20_000);

        Answer answer = post(ALL, deep);

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message())
                .startsWith(UNREADABLE + "invalid character '{' exceeded max depth ({\"a\":{\"a\":{\"a\":");
    }

    @Test
    void yaml_nested_too_deeply_is_400() {
        String deep = "[".repeat(20_000) + "]".repeat(20_000);

        Answer answer = send("POST", ALL, "application/yaml", deep);

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message())
                .isEqualTo(
                        "the object provided is unrecognized (must be of type ConfigMap): yaml: exceeded max depth of"
                                + " 10000 (" + "5b".repeat(30) + " ...)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Secret | v1 | Secret in version "v1" cannot be handled as a ConfigMap: converting (v1.Secret) to (core.ConfigMap): unknown conversion
            Deployment | apps/v1 | Deployment in version "v1" cannot be handled as a ConfigMap: converting (v1.Deployment) to (core.ConfigMap): unknown conversion
            ConfigMap | v2 | ConfigMap in version "v2" cannot be handled as a ConfigMap: no kind "ConfigMap" is registered for version "v2" in scheme "pkg/api/legacyscheme/scheme.go:30"
            """)
    void an_object_of_another_kind_than_the_path_names_is_400(String kind, String version, String why) {
        var answer = post(ALL, "{'kind':'" + kind + "','apiVersion':'" + version + "','metadata':{'name':'two'}}");

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            application/json-patch+json | { | error decoding patch: unexpected end of JSON input
            application/json-patch+json | {} | error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp
            application/merge-patch+json | [ | error decoding patch: unexpected end of JSON input
            application/merge-patch+json | [] | error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}
            application/strategic-merge-patch+json | [ | unexpected end of JSON input
            application/strategic-merge-patch+json | [] | json: cannot unmarshal array into Go value of type map[string]interface {}
            """)
    void a_patch_that_cannot_be_read_is_400(String type, String patch, String why) {
        var answer = send("PATCH", ONE, type, patch);

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo(why);
    }

    @Test
    void a_patch_of_an_unknown_form_is_415() {
        var answer = send("PATCH", ONE, "application/json", "{}");

        assertThat(answer.code()).isEqualTo(415);
        assertThat(answer.message()).isEqualTo("415: Unsupported Media Type");
    }

    @Test
    void a_patch_has_at_most_ten_thousand_operations() {
        String one = "{'op':'test','path':'/metadata/name','value':'one'}";
        String most = String.join(",", Collections.nCopies(10_000, one));

        var allowed = send("PATCH", ONE, "application/json-patch+json", "[" + most + "]");
        var refused = send("PATCH", ONE, "application/json-patch+json", "[" + most + "," + one + "]");

        assertThat(allowed.code()).isEqualTo(200);
        assertThat(refused.code()).isEqualTo(413);
        assertThat(refused.message())
                .isEqualTo("Request entity too large: The allowed maximum operations in a JSON patch is 10000, got"
                        + " 10001");
    }

    @Test
    void an_answer_in_a_form_that_is_not_there_is_406() {
        var answer = Answer.to(client, "GET", ONE.replace("NS", namespace), "application/xml", "");

        assertThat(answer.code()).isEqualTo(406);
        assertThat(answer.message()).startsWith("406: Not Acceptable\n\nAvailable representations: application/json");
    }

    @Test
    void a_method_that_nobody_knows_is_405() {
        assertThat(send("BREW", ONE, "application/json", "{}").code()).isEqualTo(405);
    }
}
