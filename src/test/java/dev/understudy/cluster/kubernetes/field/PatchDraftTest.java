package dev.understudy.cluster.kubernetes.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PatchDraftTest {
    private final PatchDraft draft = new PatchDraft(Map.of(
            "spec", Map.of("replicas", 2, "list", List.of(Map.of("name", "a", "v", 1), Map.of("name", "b", "v", 2)))));

    @Test
    void a_patch_holds_only_for_the_version_that_was_read() {
        ClusterObject live = new ClusterObject(
                new ObjectRef(ResourceType.DEPLOYMENT, "shop", "web"),
                Map.of("metadata", Map.of("uid", "u", "resourceVersion", "7")));

        assertThat(lines(PatchDraft.of(live)))
                .containsExactly("test /metadata/uid u", "replace /metadata/resourceVersion 7");
    }

    @Test
    void a_value_is_tested_before_it_is_replaced() {
        put("spec.replicas", new FieldValue.Json(0));

        assertThat(lines(draft)).containsExactly("test /spec/replicas 2", "replace /spec/replicas 0");
    }

    @Test
    void an_element_is_tested_by_its_key_at_its_index() {
        put("spec.list[name=b].v", new FieldValue.Json(3));

        assertThat(lines(draft))
                .containsExactly("test /spec/list/1/name b", "test /spec/list/1/v 2", "replace /spec/list/1/v 3");
    }

    @Test
    void indices_follow_what_the_patch_itself_removes() {
        put("spec.list[name=a]", FieldValue.ABSENT);
        put("spec.list[name=b].v", new FieldValue.Json(3));

        assertThat(lines(draft)).contains("remove /spec/list/0", "replace /spec/list/0/v 3");
    }

    @Test
    void what_is_missing_on_the_way_is_made() {
        put("metadata.labels[\"a/b~c\"]", new FieldValue.Json("x"));
        put("spec.new[name=n].v", new FieldValue.Json(1));

        assertThat(lines(draft))
                .containsExactly(
                        "add /metadata {}",
                        "add /metadata/labels {}",
                        "add /metadata/labels/a~1b~0c x",
                        "add /spec/new []",
                        "add /spec/new/- {name=n}",
                        "add /spec/new/0/v 1");
    }

    @Test
    void what_is_absent_already_is_not_removed() {
        put("spec.nothing.here", FieldValue.ABSENT);

        assertThat(draft.operations()).isEmpty();
    }

    @Test
    void an_emptied_map_goes_only_when_it_was_made_for_the_field() {
        put("metadata.labels.a", new FieldValue.Json("x"));
        draft.put(FieldPath.of("metadata.labels.a"), FieldValue.ABSENT, steps -> steps.size() == 2);

        assertThat(lines(draft)).contains("remove /metadata/labels").doesNotContain("remove /metadata");
    }

    @Test
    void a_field_below_a_text_is_refused() {
        assertThatThrownBy(() -> put("spec.replicas.x", new FieldValue.Json(1)))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("/spec/replicas");
    }

    private void put(String path, FieldValue value) {
        draft.put(FieldPath.of(path), value, steps -> false);
    }

    private static List<String> lines(PatchDraft draft) {
        return draft.operations().stream()
                .map(o -> (PlainJson.text(o, "op") + " " + PlainJson.text(o, "path") + " " + PlainJson.text(o, "value"))
                        .strip())
                .toList();
    }
}
