package dev.understudy.cluster.kubernetes.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldOwner;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManagedFieldsTest {
    private static final String US = "understudy-d";
    private static final FieldPath REPLICAS = FieldPath.of("spec.replicas");
    private static final FieldValue ZERO = new FieldValue.Json(0);
    private static final Map<String, Object> REPLICAS_HELD = Map.of("f:spec", Map.of("f:replicas", Map.of()));
    private static final Map<String, Object> PAUSED_HELD = Map.of("f:spec", Map.of("f:paused", Map.of()));

    @Test
    void a_field_is_ours_only_when_nobody_else_holds_it() {
        assertThat(fields(us(REPLICAS_HELD)).alone(US, REPLICAS, ZERO)).isTrue();
        assertThat(fields(us(REPLICAS_HELD), gitops("1", REPLICAS_HELD)).alone(US, REPLICAS, ZERO))
                .isFalse();
        assertThat(fields(gitops("1", REPLICAS_HELD)).alone(US, REPLICAS, ZERO)).isFalse();
        assertThat(fields().alone(US, REPLICAS, ZERO)).isFalse();
    }

    @Test
    void an_empty_map_that_somebody_once_set_does_not_hold_what_we_put_into_it() {
        FieldPath limit = FieldPath.of("spec.resources.limits.memory");
        Map<String, Object> empty = Map.of("f:spec", Map.of("f:resources", Map.of()));
        Map<String, Object> deep = Map.of(
                "f:spec", Map.of("f:resources", Map.of("f:limits", Map.of(".", Map.of(), "f:memory", Map.of()))));

        assertThat(fields(us(deep), gitops("1", empty)).alone(US, limit, new FieldValue.Json("1Mi")))
                .isTrue();
    }

    @Test
    void who_loses_what_is_read_from_the_difference() {
        ManagedFields before = fields(gitops("1", FieldTree.union(REPLICAS_HELD, PAUSED_HELD)));
        ManagedFields after = fields(gitops("1", PAUSED_HELD), us(REPLICAS_HELD));

        assertThat(before.losers(US, REPLICAS, after)).containsExactly(gitops("1", REPLICAS_HELD));
    }

    @Test
    void a_field_goes_back_to_an_owner_who_has_not_applied_since() {
        ManagedFields now = fields(gitops("1", PAUSED_HELD), us(REPLICAS_HELD));
        FieldEdit edit = lostBy(gitops("1", REPLICAS_HELD));

        assertThat(now.givenBack(US, List.of(edit), List.of(edit)))
                .isEqualTo(fields(gitops("1", FieldTree.union(PAUSED_HELD, REPLICAS_HELD))));
    }

    @Test
    void a_field_does_not_go_back_to_an_owner_who_has_applied_without_it() {
        ManagedFields now = fields(gitops("2", PAUSED_HELD), us(REPLICAS_HELD));
        FieldEdit edit = lostBy(gitops("1", REPLICAS_HELD));

        assertThat(now.givenBack(US, List.of(edit), List.of(edit))).isEqualTo(fields(gitops("2", PAUSED_HELD)));
    }

    @Test
    void an_owner_of_nothing_else_stands_there_again() {
        ManagedFields now = fields(us(REPLICAS_HELD));
        FieldEdit edit = lostBy(gitops("1", REPLICAS_HELD));

        assertThat(now.givenBack(US, List.of(edit), List.of(edit))).isEqualTo(fields(gitops("1", REPLICAS_HELD)));
    }

    @Test
    void what_another_change_holds_stays_held() {
        ManagedFields now = fields(us(FieldTree.union(REPLICAS_HELD, PAUSED_HELD)));
        FieldEdit edit = lostBy(gitops("1", REPLICAS_HELD));

        assertThat(now.givenBack(US, List.of(edit), List.of()).entries()).containsExactly(us(PAUSED_HELD));
    }

    private static FieldEdit lostBy(FieldOwner owner) {
        return new FieldEdit(REPLICAS, new FieldValue.Json(2), ZERO, List.of(owner));
    }

    private static ManagedFields fields(FieldOwner... entries) {
        return new ManagedFields(List.of(entries));
    }

    private static FieldOwner us(Map<String, Object> held) {
        return new FieldOwner(US, "Update", "apps/v1", "", "1", held);
    }

    private static FieldOwner gitops(String time, Map<String, Object> held) {
        return new FieldOwner("gitops", "Apply", "apps/v1", "", time, held);
    }
}
