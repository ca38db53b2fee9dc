package dev.understudy.simulated.schema;

import static dev.understudy.simulated.store.Objects.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.api.Test;

class DecoderTest {
    private static Decoded decode(String object) {
        return Decoder.decode(Shapes.of(Deployment.class), json(object));
    }

    private static ObjectNode container(Decoded decoded) {
        return (ObjectNode) decoded.object().at("/spec/template/spec/containers/0");
    }

    @Test
    void names_fields_that_the_kind_does_not_have_and_drops_them() {
        Decoded decoded = decode("{'spec':{'replcas':1,'template':{'spec':{'containers':[{'name':'a','imag':'b'}]}}}}");

        assertThat(decoded.unknown()).containsExactly("spec.replcas", "spec.template.spec.containers[0].imag");
        assertThat(decoded.object().path("spec").has("replcas")).isFalse();
    }

    @Test
    void reports_values_of_the_wrong_type_in_the_words_of_the_server() {
        Decoded decoded = decode("{'spec':{'replicas':'three'}}");

        assertThat(decoded.errors())
                .containsExactly("json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of"
                        + " type int32");
    }

    @Test
    void writes_quantities_in_their_canonical_form() {
        Decoded decoded = decode(
                "{'spec':{'template':{'spec':{'containers':[{'name':'a','resources':{'limits':{'cpu':0.5}}}]}}}}");

        assertThat(container(decoded).at("/resources/limits/cpu").asText()).isEqualTo("500m");
    }

    @Test
    void lets_empty_values_vanish_where_the_server_omits_them() {
        Decoded decoded = decode("{'metadata':{'labels':{}},'spec':{'paused':false,'replicas':0,'template':{'spec':"
                + "{'containers':[{'name':'a','env':[{'name':'EMPTY','value':''}]}]}}}}");

        assertThat(decoded.object().path("metadata").has("labels")).isFalse();
        assertThat(decoded.object().path("spec").has("paused")).isFalse();
        assertThat(decoded.object().path("spec").has("replicas")).isTrue();
        assertThat(container(decoded).at("/env/0").has("value")).isFalse();
    }
}
