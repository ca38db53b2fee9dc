package dev.understudy.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What scripted responders do, seen from the outside as if somebody had typed it. */
abstract class HandsContract extends ClusterContract {
    @Test
    void a_rollback_brings_the_template_of_the_revision_before() {
        create(deployment("app", 1, "app:1"));
        ObjectRef app = ref(ResourceType.DEPLOYMENT, "app");
        revisionSeen(app, 1);
        personSets(app, "spec.template.metadata.annotations.why", "bad");
        revisionSeen(app, 2);

        cluster.hands().rollback(app);

        assertThat(at(read(app), "spec.template.metadata.annotations.why")).isEqualTo("<absent>");
        revisionSeen(app, 3);
    }

    @Test
    void a_rollback_of_a_stateful_set_brings_the_template_of_the_revision_before() {
        create(workload("StatefulSet", "db", 1, "db:1"));
        ObjectRef db = ref(ResourceType.STATEFUL_SET, "db");
        updateRevisionSeen(db, "<absent>");
        Object first = at(read(db), "status.updateRevision");
        personSets(db, "spec.template.metadata.annotations.why", "bad");
        updateRevisionSeen(db, first);

        cluster.hands().rollback(db);

        assertThat(at(read(db), "spec.template.metadata.annotations.why")).isEqualTo("<absent>");
    }

    @Test
    void a_rollback_of_what_never_changed_says_so() {
        create(deployment("app", 1, "app:1"));
        ObjectRef app = ref(ResourceType.DEPLOYMENT, "app");
        revisionSeen(app, 1);

        assertThatThrownBy(() -> cluster.hands().rollback(app))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("no revision to go back to");
    }

    @Test
    void a_restart_stamps_the_template() {
        create(deployment("app", 1, "app:1"));
        ObjectRef app = ref(ResourceType.DEPLOYMENT, "app");

        cluster.hands().restart(app);

        assertThat(at(read(app), "spec.template.metadata.annotations[\"kubectl.kubernetes.io/restartedAt\"]"))
                .isNotEqualTo("<absent>");
    }

    @Test
    void a_patch_removes_what_is_nothing() {
        create(object("v1", "ConfigMap", "settings", "data", Map.of("a", "1", "b", "2")));
        ObjectRef settings = ref(ResourceType.CONFIG_MAP, "settings");
        Map<String, Object> data = new LinkedHashMap<>(Map.of("b", "3"));
        data.put("a", null);

        cluster.hands().patch(settings, Map.of("data", data));

        assertThat(at(read(settings), "data")).isEqualTo(Map.of("b", "3"));
        assertThat(managers(read(settings))).contains("kubectl");
    }

    @Test
    void what_is_deleted_can_be_created_again() {
        ResourceType type = ResourceType.CONFIG_MAP;
        create(object("v1", "ConfigMap", "settings", "data", Map.of("a", "1")));

        cluster.hands().delete(ref(type, "settings"));
        cluster.hands()
                .create(type, namespace, Map.of("metadata", Map.of("name", "settings"), "data", Map.of("a", "2")));

        assertThat(at(read(ref(type, "settings")), "data.a")).isEqualTo("2");
        assertThatThrownBy(() -> cluster.hands().delete(ref(type, "nothing"))).isInstanceOf(ClusterException.class);
    }

    private void revisionSeen(ObjectRef deployment, int revision) {
        soon(
                deployment,
                "metadata.annotations[\"deployment.kubernetes.io/revision\"]",
                List.of(Integer.toString(revision)));
    }

    private void soon(ObjectRef object, String path, List<Object> wanted) {
        await().atMost(Duration.ofSeconds(60)).until(() -> wanted.contains(at(read(object), path)));
    }

    private void updateRevisionSeen(ObjectRef set, Object before) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !List.of(before, "<absent>").contains(at(read(set), "status.updateRevision")));
    }
}
