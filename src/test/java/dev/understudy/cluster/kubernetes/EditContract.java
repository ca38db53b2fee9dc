package dev.understudy.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.understudy.cluster.Applied;
import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.cluster.kubernetes.wire.Call;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Edits and what becomes of them. */
abstract class EditContract extends ClusterContract {
    private static final String IMAGE = "spec.template.spec.containers[name=app].image";
    private static final String ENV = "spec.template.spec.containers[name=app].env";
    private static final String LIMITS = "spec.template.spec.containers[name=app].resources.limits";

    private ObjectRef web;

    @BeforeEach
    void deploy() {
        web = ref(ResourceType.DEPLOYMENT, "web");
        assertThat(serverSideApply("gitops", deployment("web", 2, "app:1"), false)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void an_edit_is_made_and_taken_back() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0));
        Applied applied = changes.apply(edit, MANAGER);
        Object during = at(read(web), "spec.replicas");

        Undone undone = changes.undo(edit, MANAGER);

        assertThat(applied).isEqualTo(new Applied.Made(edit));
        assertThat(during).isEqualTo(0);
        assertThat(undone.result()).isEqualTo(UndoResult.UNDONE);
        assertThat(undone.detail()).isEqualTo("spec.replicas is 2 again");
        assertThat(at(read(web), "spec.replicas")).isEqualTo(2);
    }

    @Test
    void a_preview_tells_the_values_as_the_server_stores_them_and_touches_nothing() {
        Change.Edit edit = previewed(web, set(LIMITS, Map.of("cpu", "0.5", "memory", "1024Mi")));

        assertThat(edit.edits().getFirst().before()).isEqualTo(FieldValue.ABSENT);
        assertThat(edit.edits().getFirst().after())
                .isEqualTo(new FieldValue.Json(Map.of("cpu", "500m", "memory", "1Gi")));
        assertThat(at(read(web), LIMITS)).isEqualTo("<absent>");
    }

    @Test
    void what_the_server_rewrites_is_taken_back_all_the_same() {
        Change.Edit edit = previewed(web, set(LIMITS, Map.of("cpu", "0.5", "memory", "1024Mi")));
        changes.apply(edit, MANAGER);

        Undone undone = changes.undo(edit, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.UNDONE);
        assertThat(at(read(web), LIMITS)).isEqualTo("<absent>");
        assertThat(managers(read(web))).doesNotContain(MANAGER);
    }

    @Test
    void a_change_that_would_change_nothing_is_refused() {
        assertThatThrownBy(() -> previewed(web, set("spec.replicas", 2)))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("would stay as it is");
    }

    @Test
    void a_change_that_the_server_does_not_take_is_refused_when_it_is_planned() {
        assertThatThrownBy(() -> previewed(web, set("spec.replicaz", 2)))
                .isInstanceOfSatisfying(
                        ClusterException.class, e -> assertThat(e.kind()).isEqualTo(ClusterException.Kind.INVALID));
    }

    @Test
    void an_equal_value_set_by_a_person_is_not_taken_back() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0));
        changes.apply(edit, MANAGER);
        personSets(web, "spec.replicas", 5);
        personSets(web, "spec.replicas", 0);

        Undone undone = changes.undo(edit, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.DIVERGED);
        assertThat(undone.by()).isEqualTo("kubectl-edit");
        assertThat(at(read(web), "spec.replicas")).isEqualTo(0);
    }

    @Test
    void an_equal_value_that_a_person_applies_is_not_taken_back() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0));
        changes.apply(edit, MANAGER);
        assertThat(serverSideApply("gitops", deployment("web", 0, "app:1"), false)
                        .ok())
                .isTrue();

        Undone undone = changes.undo(edit, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.DIVERGED);
        assertThat(undone.by()).isEqualTo("gitops");
        assertThat(at(read(web), "spec.replicas")).isEqualTo(0);
        assertThat(managers(read(web))).doesNotContain(MANAGER);
    }

    @Test
    void a_third_value_is_left_alone_and_its_author_named() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0));
        changes.apply(edit, MANAGER);
        cluster.hands().scale(web, 5);

        Undone undone = changes.undo(edit, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.DIVERGED);
        assertThat(undone.by()).isEqualTo("kubectl");
        assertThat(undone.detail()).isEqualTo("spec.replicas is 5, set by kubectl: left alone");
        assertThat(at(read(web), "spec.replicas")).isEqualTo(5);
    }

    @Test
    void what_a_responder_has_repaired_is_restored_already() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0));
        changes.apply(edit, MANAGER);
        cluster.hands().scale(web, 2);

        Undone undone = changes.undo(edit, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.RESTORED);
        assertThat(undone.by()).isEqualTo("kubectl");
        assertThat(managers(read(web))).doesNotContain(MANAGER);
    }

    @Test
    void what_was_never_injected_is_restored_already() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0));

        Undone undone = changes.undo(edit, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.RESTORED);
        assertThat(at(read(web), "spec.replicas")).isEqualTo(2);
    }

    @Test
    void a_new_object_of_the_same_name_is_left_alone() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0));
        changes.apply(edit, MANAGER);
        people.demand(Call.delete(web, edit.uid()));
        create(deployment("web", 0, "app:1"));

        Undone undone = changes.undo(edit, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.GONE);
        assertThat(at(read(web), "spec.replicas")).isEqualTo(0);
    }

    @Test
    void a_field_that_changed_since_the_plan_is_refused() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0));
        personSets(web, "spec.replicas", 4);

        Applied applied = changes.apply(edit, MANAGER);

        assertThat(applied)
                .isInstanceOfSatisfying(
                        Applied.Refused.class, r -> assertThat(r.why()).contains("spec.replicas is 4"));
        assertThat(at(read(web), "spec.replicas")).isEqualTo(4);
    }

    @Test
    void of_several_fields_only_those_still_ours_are_taken_back() {
        Change.Edit edit = previewed(web, set(IMAGE, "app:broken"), set("spec.replicas", 1));
        changes.apply(edit, MANAGER);
        cluster.hands().scale(web, 4);

        Undone undone = changes.undo(edit, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.DIVERGED);
        assertThat(at(read(web), IMAGE)).isEqualTo("app:1");
        assertThat(at(read(web), "spec.replicas")).isEqualTo(4);
    }

    @Test
    void a_list_element_is_found_by_its_key_wherever_it_has_moved() {
        Change.Edit edit = previewed(web, set(ENV + "[name=B].value", "broken"));
        personSets(web, "metadata.labels.moved", "no");
        people.demand(Call.patch(
                web,
                List.of(Map.of(
                        "op", "add",
                        "path", "/spec/template/spec/containers/0/env/0",
                        "value", Map.of("name", "FIRST", "value", "0"))),
                Map.of("fieldManager", "kubectl-edit")));
        Applied applied = changes.apply(edit, MANAGER);
        Object during = at(read(web), ENV + "[name=B].value");

        Undone undone = changes.undo(edit, MANAGER);

        assertThat(applied).isInstanceOf(Applied.Made.class);
        assertThat(during).isEqualTo("broken");
        assertThat(undone.result()).isEqualTo(UndoResult.UNDONE);
        assertThat(at(read(web), ENV + "[name=B].value")).isEqualTo("2");
        assertThat(at(read(web), ENV + "[name=A].value")).isEqualTo("1");
        assertThat(at(read(web), ENV + "[name=FIRST].value")).isEqualTo("0");
    }

    @Test
    void a_list_element_that_the_fault_added_goes_as_a_whole() {
        Change.Edit edit = previewed(web, set(ENV + "[name=NEW].value", "x"));
        changes.apply(edit, MANAGER);

        Undone undone = changes.undo(edit, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.UNDONE);
        assertThat(at(read(web), ENV + "[name=NEW]")).isEqualTo("<absent>");
        assertThat(managers(read(web))).doesNotContain(MANAGER);
    }

    @Test
    void a_list_element_that_the_fault_removed_comes_back_to_its_owner() {
        Change.Edit edit = previewed(web, clear(ENV + "[name=A]"));
        changes.apply(edit, MANAGER);
        Object during = at(read(web), ENV + "[name=A]");

        Undone undone = changes.undo(edit, MANAGER);

        assertThat(during).isEqualTo("<absent>");
        assertThat(undone.result()).isEqualTo(UndoResult.UNDONE);
        assertThat(at(read(web), ENV + "[name=A].value")).isEqualTo("1");
        assertThat(managers(read(web))).doesNotContain(MANAGER);
    }

    @Test
    void maps_that_were_made_for_the_fault_go_with_it_but_not_what_others_put_there() {
        Change.Edit edit = previewed(
                web,
                set("spec.template.spec.nodeSelector.disk", "none"),
                set("spec.template.metadata.annotations[\"example.com/fault\"]", "yes"));
        changes.apply(edit, MANAGER);
        personSets(web, "spec.template.metadata.annotations.theirs", "stays");

        Undone undone = changes.undo(edit, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.UNDONE);
        assertThat(at(read(web), "spec.template.spec.nodeSelector")).isEqualTo("<absent>");
        assertThat(at(read(web), "spec.template.metadata.annotations")).isEqualTo(Map.of("theirs", "stays"));
    }

    @Test
    void an_atomic_map_is_taken_back_and_goes_to_its_owner() {
        Map<String, Object> spec = Map.of("selector", Map.of("app", "web"), "ports", List.of(Map.of("port", 80)));
        Map<String, Object> service = object("v1", "Service", "web", "spec", spec);
        serverSideApply("gitops", service, false);
        ObjectRef ref = ref(ResourceType.SERVICE, "web");
        Change.Edit edit = previewed(ref, set("spec.selector.app", "nobody"));
        changes.apply(edit, MANAGER);

        Undone undone = changes.undo(edit, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.UNDONE);
        assertThat(at(read(ref), "spec.selector")).isEqualTo(Map.of("app", "web"));
        assertThat(managers(read(ref))).containsExactly("gitops");
    }

    @Test
    void field_managers_are_given_back_and_the_owners_next_apply_has_no_conflict() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0), set(IMAGE, "app:broken"));
        changes.apply(edit, MANAGER);
        int during =
                serverSideApply("gitops", deployment("web", 3, "app:2"), false).status();

        changes.undo(edit, MANAGER);

        assertThat(during).isEqualTo(409);
        assertThat(managers(read(web))).doesNotContain(MANAGER);
        assertThat(serverSideApply("gitops", deployment("web", 3, "app:2"), false)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_owner_that_has_let_go_of_a_field_since_does_not_get_it_back() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0));
        changes.apply(edit, MANAGER);
        Map<String, Object> without = PlainJson.object(deployment("web", 2, "app:2"));
        Map<String, Object> spec = PlainJson.object(without.get("spec"));
        spec.remove("replicas");
        without.put("spec", spec);
        awaitNextSecond();
        assertThat(serverSideApply("gitops", without, false).status()).isEqualTo(200);
        changes.undo(edit, MANAGER);

        serverSideApply("gitops", without, false);

        assertThat(at(read(web), "spec.replicas")).isEqualTo(2);
        assertThat(managers(read(web))).doesNotContain(MANAGER);
    }

    @Test
    void an_undo_that_was_cut_short_can_be_repeated() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0));
        changes.apply(edit, MANAGER);
        changes.undo(edit, MANAGER);

        Undone again = changes.undo(edit, MANAGER);

        assertThat(again.result()).isEqualTo(UndoResult.RESTORED);
        assertThat(at(read(web), "spec.replicas")).isEqualTo(2);
    }

    /** managedFields count in seconds. */
    private void awaitNextSecond() {
        long second = System.currentTimeMillis() / 1000;
        await().until(() -> System.currentTimeMillis() / 1000 > second);
    }
}
