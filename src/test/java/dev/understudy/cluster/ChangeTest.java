package dev.understudy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private static final ObjectRef WEB = new ObjectRef(ResourceType.DEPLOYMENT, "shop", "web");
    private static final ObjectRef SECRET = new ObjectRef(ResourceType.SECRET, "shop", "db");

    @Test
    void the_inverse_of_an_edit_is_the_edit_back() {
        Change edit = edit(WEB, "spec.replicas", 3, 0);

        assertThat(edit.inverse().flatMap(Change::inverse)).contains(edit);
        assertThat(edit.inverse().orElseThrow().describe()).isEqualTo("Deployment shop/web: spec.replicas: 0 -> 3");
    }

    @Test
    void the_inverse_of_a_creation_deletes_only_what_carries_the_mark() {
        Change create = new Change.Create(WEB, Map.of("kind", "Deployment"), "mark");

        assertThat(create.inverse()).contains(new Change.Delete(WEB, "", Map.of("kind", "Deployment"), "mark"));
    }

    @Test
    void a_removed_pod_has_no_inverse() {
        assertThat(new Change.RemovePod(new ObjectRef(ResourceType.POD, "shop", "p"), "u", false).inverse())
                .isEmpty();
    }

    @Test
    void no_value_of_a_secret_is_shown() {
        Change edit = edit(SECRET, "data.password", "c2VjcmV0", "YnJva2Vu");

        assertThat(edit.describe()).isEqualTo("Secret shop/db: data.password: <secret, 8 bytes> -> <secret, 8 bytes>");
        assertThat(edit.redacted().toString()).doesNotContain("c2VjcmV0", "YnJva2Vu");
        assertThat(new Change.Create(SECRET, Map.of("data", "c2VjcmV0"), "m")
                        .redacted()
                        .toString())
                .doesNotContain("c2VjcmV0");
    }

    @Test
    void an_edit_asks_for_what_its_undo_needs_too() {
        assertThat(edit(WEB, "spec.template.spec.hostname", "a", "b").permissions())
                .extracting(Permission::toString)
                .containsExactlyInAnyOrder(
                        "get deployments.apps web in namespace shop",
                        "patch deployments.apps web in namespace shop",
                        "list replicasets.apps in namespace shop",
                        "delete replicasets.apps in namespace shop");
        assertThat(edit(WEB, "spec.replicas", 3, 0).permissions()).hasSize(2);
    }

    @Test
    void an_eviction_asks_for_the_subresource() {
        Change evict = new Change.RemovePod(new ObjectRef(ResourceType.POD, "shop", "p"), "u", true);

        assertThat(evict.permissions())
                .extracting(Permission::toString)
                .contains("create pods/eviction in namespace shop");
    }

    private static Change edit(ObjectRef object, String path, Object before, Object after) {
        return new Change.Edit(
                object,
                "u",
                List.of(new FieldEdit(FieldPath.of(path), new FieldValue.Json(before), new FieldValue.Json(after))));
    }

    @Test
    void the_value_of_a_variable_that_is_called_a_secret_is_never_shown() {
        Change.Edit edit = new Change.Edit(
                new ObjectRef(ResourceType.DEPLOYMENT, "shop", "app"),
                "uid",
                List.of(new FieldEdit(
                        FieldPath.of("spec.template.spec.containers[name=app].env[name=DB_PASSWORD].value"),
                        new FieldValue.Json("hunter2"),
                        new FieldValue.Json("wrong"))));

        assertThat(edit.redacted().toString()).doesNotContain("hunter2").doesNotContain("wrong");
        assertThat(edit.describe()).contains("<secret, 7 bytes> -> <secret, 5 bytes>");
        assertThat(edit.inverse().orElseThrow().describe()).doesNotContain("hunter2");
    }
}
