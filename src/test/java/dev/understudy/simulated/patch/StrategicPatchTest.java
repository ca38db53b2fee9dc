package dev.understudy.simulated.patch;

import static dev.understudy.simulated.store.Objects.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.schema.Shapes;
import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.Test;

class StrategicPatchTest {
    private static final ObjectNode POD = json("""
            {'metadata':{'labels':{'app':'cart','tier':'web'},'finalizers':['x','y']},
             'spec':{'tolerations':[{'key':'a'}],'containers':[
              {'name':'main','image':'cart:1','env':[{'name':'A','value':'1'}],'args':['a','b']},
              {'name':'side','image':'side:1'}]}}
            """);

    private static JsonNode apply(String patch) {
        return StrategicPatch.apply(Shapes.of(Pod.class), POD, json(patch));
    }

    @Test
    void merges_keyed_lists_element_by_element() {
        JsonNode patched = apply("{'spec':{'containers':[{'name':'main','env':[{'name':'B','value':'2'}]}]}}");

        assertThat(patched.at("/spec/containers")).hasSize(2);
        assertThat(patched.at("/spec/containers/0/image").asText()).isEqualTo("cart:1");
        assertThat(patched.at("/spec/containers/0/env")).hasSize(2);
    }

    @Test
    void deletes_the_element_that_a_directive_names() {
        JsonNode patched = apply("{'spec':{'containers':[{'name':'side','$patch':'delete'}]}}");

        assertThat(patched.at("/spec/containers")).hasSize(1);
    }

    @Test
    void replaces_a_list_when_a_directive_says_so() {
        JsonNode patched = apply("{'spec':{'containers':[{'$patch':'replace'},{'name':'new','image':'new:1'}]}}");

        assertThat(patched.at("/spec/containers").toString()).isEqualTo("[{\"name\":\"new\",\"image\":\"new:1\"}]");
    }

    @Test
    void replaces_atomic_lists_whole() {
        JsonNode patched = apply("{'spec':{'tolerations':[{'key':'b'}],'containers':[{'name':'main','args':['c']}]}}");

        assertThat(patched.at("/spec/tolerations").toString()).isEqualTo("[{\"key\":\"b\"}]");
        assertThat(patched.at("/spec/containers/0/args").toString()).isEqualTo("[\"c\"]");
    }

    @Test
    void takes_values_out_of_sets_and_null_out_of_maps() {
        JsonNode patched = apply("{'metadata':{'labels':{'tier':null},'$deleteFromPrimitiveList/finalizers':['x']}}");

        assertThat(patched.at("/metadata/labels").toString()).isEqualTo("{\"app\":\"cart\"}");
        assertThat(patched.at("/metadata/finalizers").toString()).isEqualTo("[\"y\"]");
    }

    @Test
    void refuses_an_element_without_its_key() {
        assertThatExceptionOfType(PatchFailure.class)
                .isThrownBy(() -> apply("{'spec':{'containers':[{'image':'x'}]}}"))
                .withMessageContaining("does not contain declared merge key: name");
    }

    @Test
    void a_merge_patch_replaces_lists_and_removes_by_null() {
        JsonNode patched =
                MergePatch.apply(POD, json("{'metadata':{'labels':{'tier':null}},'spec':{'containers':[]}}"));

        assertThat(patched.at("/metadata/labels").toString()).isEqualTo("{\"app\":\"cart\"}");
        assertThat(patched.at("/spec/containers")).isEmpty();
    }
}
