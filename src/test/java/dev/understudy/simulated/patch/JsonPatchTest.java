package dev.understudy.simulated.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row was tried on a real API server. */
class JsonPatchTest {
    private static final String DOCUMENT =
            "{'spec':{'replicas':2,'list':['a','b','c'],'empty':null,'ratio':1.0,'a/b':1,'m~n':2}}";

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(text, unreadable);
        }
    }

    private static JsonNode apply(String operation) {
        return JsonPatch.apply(json(DOCUMENT), json("[" + operation + "]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'op':'test','path':'/spec/absent','value':null}",
                "{'op':'test','path':'/spec/absent'}",
                "{'op':'test','path':'/spec/empty','value':null}",
                "{'op':'test','path':'/spec/replicas','value':2}",
                "{'op':'test','path':'/spec/list/-1','value':'c'}",
                "{'op':'test','path':'/spec/a~1b','value':1}",
                "{'op':'test','path':'/spec/m~0n','value':2}",
                "{'op':'test','path':'/spec/list','value':['a','b','c']}"
            })
    void passes_tests_that_the_server_passes(String operation) {
        assertThat(apply(operation)).isEqualTo(json(DOCUMENT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'op':'test','path':'/spec/replicas','value':3}",
                "{'op':'test','path':'/spec/replicas','value':2.0}",
                "{'op':'test','path':'/spec/replicas','value':'2'}",
                "{'op':'test','path':'/spec/replicas','value':null}",
                "{'op':'test','path':'/absent/below','value':null}",
                "{'op':'remove','path':'/spec/absent'}",
                "{'op':'remove','path':'/spec/list/3'}",
                "{'op':'replace','path':'/absent/below','value':1}",
                "{'op':'replace','path':'/spec/list/3','value':1}",
                "{'op':'add','path':'/spec/list/4','value':1}",
                "{'op':'add','path':'/spec/list/x','value':1}",
                "{'op':'add','path':'/spec/replicas/x','value':1}",
                "{'op':'add','value':1}",
                "{'op':'nonsense','path':'/spec'}",
                "{'path':'/spec'}"
            })
    void fails_where_the_server_fails(String operation) {
        assertThatExceptionOfType(PatchFailure.class)
                .isThrownBy(() -> apply(operation))
                .matches(failure -> !failure.isUnreadable());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'op':'replace','path':'/spec/absent','value':7} | /spec/absent | 7",
                "{'op':'replace','path':'/spec/replicas','value':7} | /spec/replicas | 7",
                "{'op':'add','path':'/spec/list/-','value':'d'} | /spec/list | ['a','b','c','d']",
                "{'op':'add','path':'/spec/list/0','value':'d'} | /spec/list | ['d','a','b','c']",
                "{'op':'add','path':'/spec/list/3','value':'d'} | /spec/list | ['a','b','c','d']",
                "{'op':'remove','path':'/spec/list/1'} | /spec/list | ['a','c']",
                "{'op':'copy','from':'/spec/replicas','path':'/spec/twin'} | /spec/twin | 2",
                "{'op':'move','from':'/spec/list/0','path':'/spec/first'} | /spec/list | ['b','c']"
            })
    void changes_what_the_server_changes(String operation, String place, String value) {
        assertThat(apply(operation).at(place)).isEqualTo(json(value));
    }

    @Test
    void carries_out_no_operation_when_one_fails() {
        JsonNode document = json(DOCUMENT);
        JsonNode patch = json(
                "[{'op':'replace','path':'/spec/replicas','value':0},{'op':'test','path':'/spec/list/0','value':'z'}]");

        assertThatExceptionOfType(PatchFailure.class).isThrownBy(() -> JsonPatch.apply(document, patch));

        assertThat(document).isEqualTo(json(DOCUMENT));
    }

    @Test
    void a_patch_that_is_no_list_cannot_be_read() {
        assertThatExceptionOfType(PatchFailure.class)
                .isThrownBy(() -> JsonPatch.apply(json(DOCUMENT), json("{'op':'test'}")))
                .matches(PatchFailure::isUnreadable);
    }
}
