package dev.understudy.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "spec.replicas",
                "spec.template.spec.containers[name=app].image",
                "spec.ports[containerPort=80]",
                "metadata.labels[\"example.com/tier\"]",
                "metadata.annotations[\"a\\\"b[c]\"]",
            })
    void a_path_is_printed_as_it_was_written(String text) {
        assertThat(FieldPath.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "spec[", "a..b", "spec.x]", "a[\"b]"})
    void what_is_no_path_is_refused(String text) {
        assertThatThrownBy(() -> FieldPath.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "spec.replicas, spec.replicas, true",
        "spec, spec.replicas, true",
        "spec.replicas, spec.paused, false",
        "spec.containers[name=a].image, spec.containers[name=b].image, false",
        "spec.containers, spec.containers[name=b].image, true",
    })
    void paths_overlap_when_one_holds_the_other(String a, String b, boolean overlap) {
        assertThat(FieldPath.of(a).overlaps(FieldPath.of(b))).isEqualTo(overlap);
        assertThat(FieldPath.of(b).overlaps(FieldPath.of(a))).isEqualTo(overlap);
    }

    @Test
    void an_object_is_read_by_path() {
        ClusterObject object = new ClusterObject(
                new ObjectRef(ResourceType.POD, "shop", "p"),
                Map.of(
                        "metadata", Map.of("labels", Map.of("example.com/tier", "web")),
                        "spec", Map.of("containers", List.of(Map.of("name", "a"), Map.of("name", "b", "image", "i")))));

        assertThat(object.at(FieldPath.of("spec.containers[name=b].image"))).isEqualTo(new FieldValue.Json("i"));
        assertThat(object.at(FieldPath.of("spec.containers[name=c].image"))).isEqualTo(FieldValue.ABSENT);
        assertThat(object.at(FieldPath.of("spec.containers.image"))).isEqualTo(FieldValue.ABSENT);
        assertThat(object.label("example.com/tier")).contains("web");
    }
}
