package dev.understudy.cluster.kubernetes.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldTreeTest {
    private static final FieldPath ENV_VALUE = FieldPath.of("spec.containers[name=app].env[name=A].value");

    @Test
    void a_field_is_found_through_merge_keys_of_several_parts() {
        Map<String, Object> tree =
                tree("{'f:ports': {'k:{`containerPort`:80,`protocol`:`TCP`}': {'.': {}, 'f:name': {}}}}");

        assertThat(FieldTree.locate(tree, FieldPath.of("ports[containerPort=80].name")))
                .contains(List.of("f:ports", "k:{\"containerPort\":80,\"protocol\":\"TCP\"}", "f:name"));
        assertThat(FieldTree.locate(tree, FieldPath.of("ports[containerPort=81].name")))
                .isEmpty();
    }

    @Test
    void a_field_inside_an_atomic_map_is_held_by_whoever_holds_the_map() {
        Map<String, Object> tree = tree("{'f:spec': {'f:selector': {}}}");

        assertThat(FieldTree.locate(tree, FieldPath.of("spec.selector.app"))).contains(List.of("f:spec", "f:selector"));
    }

    @Test
    void nobody_holds_a_field_of_an_empty_set() {
        assertThat(FieldTree.locate(Map.of(), FieldPath.of("spec"))).isEmpty();
    }

    @Test
    void a_value_is_covered_only_when_every_part_of_it_is_held() {
        Map<String, Object> tree = tree("{'f:env': {'k:{`name`:`A`}': {'.': {}, 'f:name': {}, 'f:value': {}}}}");
        List<String> element =
                FieldTree.locate(tree, FieldPath.of("env[name=A]")).orElseThrow();

        assertThat(FieldTree.covers(tree, element, Map.of("name", "A", "value", "1")))
                .isTrue();
        assertThat(FieldTree.covers(tree, element, Map.of("name", "A", "valueFrom", Map.of())))
                .isFalse();
        assertThat(FieldTree.covers(tree, List.of("f:env"), List.of(Map.of("name", "A", "value", "1"))))
                .isTrue();
        assertThat(FieldTree.covers(tree, List.of("f:env"), List.of(Map.of("name", "B"))))
                .isFalse();
    }

    @Test
    void elements_of_a_set_are_held_by_value() {
        Map<String, Object> tree = tree("{'f:finalizers': {'v:`a`': {}}}");

        assertThat(FieldTree.covers(tree, List.of("f:finalizers"), List.of("a")))
                .isTrue();
        assertThat(FieldTree.covers(tree, List.of("f:finalizers"), List.of("a", "b")))
                .isFalse();
    }

    @Test
    void what_is_taken_away_and_given_back_leaves_the_set_as_it_was() {
        Map<String, Object> tree = tree("{'f:spec': {'f:containers': {'k:{`name`:`app`}': {'.': {}, 'f:env':"
                + " {'k:{`name`:`A`}': {'.': {}, 'f:name': {}, 'f:value': {}}}}}, 'f:replicas': {}}}");
        List<String> keys = FieldTree.locate(tree, ENV_VALUE).orElseThrow();

        Map<String, Object> less = FieldTree.without(tree, keys);
        Map<String, Object> lost = FieldTree.minus(FieldTree.only(tree, keys), less);

        assertThat(FieldTree.holds(less, keys)).isFalse();
        assertThat(FieldTree.union(less, lost)).isEqualTo(tree);
    }

    @Test
    void nothing_is_lost_where_the_later_set_holds_more() {
        Map<String, Object> before = tree("{'f:spec': {'f:resources': {}}}");
        Map<String, Object> after = tree("{'f:spec': {'f:resources': {'.': {}, 'f:limits': {}}}}");

        assertThat(FieldTree.minus(before, after)).isEmpty();
        assertThat(FieldTree.minus(after, before)).isEqualTo(tree("{'f:spec': {'f:resources': {'f:limits': {}}}}"));
    }

    @Test
    void a_leaf_that_gains_children_stays_a_member_itself() {
        Map<String, Object> leaf = tree("{'f:resources': {}}");
        Map<String, Object> deep = tree("{'f:resources': {'f:limits': {}}}");

        assertThat(FieldTree.union(leaf, deep)).isEqualTo(tree("{'f:resources': {'.': {}, 'f:limits': {}}}"));
    }

    @Test
    void a_set_of_empty_maps_alone_is_hollow() {
        assertThat(FieldTree.hollow(tree("{'f:metadata': {'f:annotations': {'.': {}}}}")))
                .isTrue();
        assertThat(FieldTree.hollow(tree("{'f:metadata': {'f:annotations': {'.': {}, 'f:a': {}}}}")))
                .isFalse();
        assertThat(FieldTree.hollow(Map.of())).isTrue();
    }

    /** Single quotes stand for JSON's own, backquotes for those inside a key. */
    private static Map<String, Object> tree(String json) {
        return PlainJson.parse(json.replace("'", "\"").replace("`", "\\\""));
    }
}
