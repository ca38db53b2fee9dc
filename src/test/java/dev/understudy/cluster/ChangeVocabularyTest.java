package dev.understudy.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeVocabularyTest {
    private static final ObjectRef CACHE = new ObjectRef(ResourceType.DEPLOYMENT, "shop", "cache");
    private static final ObjectRef PASSWORD = new ObjectRef(ResourceType.SECRET, "shop", "password");
    private static final ObjectRef POD = new ObjectRef(ResourceType.POD, "shop", "cache-1");

    private static Change.Edit edit(ObjectRef object, String path, FieldValue before, FieldValue after) {
        return new Change.Edit(object, "u1", List.of(new FieldEdit(FieldPath.of(path), before, after)));
    }

    private static FieldValue json(Object value) {
        return new FieldValue.Json(value);
    }

    @Test
    void the_inverse_of_an_edit_is_one_edit_of_all_its_fields_back_to_what_they_were() {
        Change.Edit edit = new Change.Edit(
                CACHE,
                "u1",
                List.of(
                        new FieldEdit(FieldPath.of("spec.replicas"), json(3), json(0)),
                        new FieldEdit(FieldPath.of("spec.paused"), FieldValue.ABSENT, json(true))));

        assertThat(edit.inverse())
                .contains(new Change.Edit(
                        CACHE,
                        "u1",
                        List.of(
                                new FieldEdit(FieldPath.of("spec.replicas"), json(0), json(3)),
                                new FieldEdit(FieldPath.of("spec.paused"), json(true), FieldValue.ABSENT))));
    }

    @Test
    void the_inverse_of_a_creation_deletes_only_what_carries_its_mark() {
        Change.Create create = new Change.Create(CACHE, Map.of("kind", "Deployment"), "m1");

        assertThat(create.inverse()).contains(new Change.Delete(CACHE, "", Map.of("kind", "Deployment"), "m1"));
    }

    @Test
    void the_inverse_of_a_deletion_creates_its_snapshot_again() {
        Change.Delete delete = new Change.Delete(CACHE, "u1", Map.of("kind", "Deployment"), "");

        assertThat(delete.inverse()).contains(new Change.Create(CACHE, Map.of("kind", "Deployment"), ""));
    }

    @Test
    void the_inverse_of_the_inverse_is_the_change() {
        Change edit = edit(CACHE, "spec.replicas", json(3), json(0));
        Change create = new Change.Create(CACHE, Map.of("kind", "Deployment"), "m1");

        assertThat(edit.inverse().flatMap(Change::inverse)).contains(edit);
        assertThat(create.inverse().flatMap(Change::inverse)).contains(create);
    }

    @Test
    void a_removed_pod_has_no_inverse_its_controller_replaces_it() {
        assertThat(new Change.RemovePod(POD, "u1", false).inverse()).isEmpty();
    }

    @Test
    void a_removed_pod_says_how_long_it_gets_to_end() {
        assertThat(new Change.RemovePod(POD, "u1", false).describe())
                .isEqualTo("Pod shop/cache-1: deleted (its controller replaces it)");
        assertThat(new Change.RemovePod(POD, "u1", false, 0).describe()).contains(": deleted at once (");
        assertThat(new Change.RemovePod(POD, "u1", true, 5).describe()).contains(": evicted within 5s (");
        assertThatThrownBy(() -> new Change.RemovePod(POD, "u1", true, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void values_of_secrets_are_shown_by_their_length_only() {
        Change edit = edit(PASSWORD, "data.key", json("czNjcmV0"), json("b3RoZXI"));
        Change create = new Change.Create(PASSWORD, Map.of("data", Map.of("key", "czNjcmV0")), "m1");
        Change delete = new Change.Delete(PASSWORD, "u1", Map.of("data", Map.of("key", "czNjcmV0")), "");

        for (Change change : List.of(edit, create, delete)) {
            assertThat(change.redacted().toString()).doesNotContain("czNjcmV0").doesNotContain("b3RoZXI");
            assertThat(change.describe()).doesNotContain("czNjcmV0").doesNotContain("b3RoZXI");
        }
        assertThat(edit.describe()).isEqualTo("Secret shop/password: data.key: <secret, 8 bytes> -> <secret, 7 bytes>");
    }

    @Test
    void hiding_keeps_what_is_absent_absent_and_counts_bytes_not_letters() {
        assertThat(FieldValue.ABSENT.hidden()).isEqualTo(FieldValue.ABSENT);
        assertThat(json("über").hidden()).isEqualTo(new FieldValue.Hidden(5));
        assertThat(json("über").hidden().hidden()).isEqualTo(new FieldValue.Hidden(5));
    }

    @Test
    void other_objects_are_shown_as_they_are() {
        Change edit = edit(CACHE, "spec.replicas", json(3), json(0));

        assertThat(edit.redacted()).isEqualTo(edit);
        assertThat(edit.describe()).isEqualTo("Deployment shop/cache: spec.replicas: 3 -> 0");
    }

    @Test
    void each_change_knows_the_permissions_of_itself_and_of_its_undo() {
        assertThat(edit(CACHE, "spec.replicas", json(3), json(0)).permissions())
                .extracting(Permission::toString)
                .containsExactlyInAnyOrder(
                        "get deployments.apps cache in namespace shop",
                        "patch deployments.apps cache in namespace shop");
        assertThat(new Change.Create(CACHE, Map.of(), "m1").permissions())
                .extracting(Permission::verb)
                .containsExactlyInAnyOrder("get", "create", "delete");
        assertThat(new Change.Delete(CACHE, "u1", Map.of(), "").permissions())
                .extracting(Permission::verb)
                .containsExactlyInAnyOrder("get", "create", "delete");
        assertThat(new Change.RemovePod(POD, "u1", false).permissions())
                .extracting(Permission::verb)
                .containsExactlyInAnyOrder("get", "delete");
        assertThat(new Change.RemovePod(POD, "u1", true).permissions())
                .extracting(Permission::toString)
                .containsExactlyInAnyOrder(
                        "get pods cache-1 in namespace shop", "create pods/eviction in namespace shop");
    }
}
