package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatefulSetUpdatesContractTest extends StatefulSetContract {
    @Test
    void a_new_template_reaches_the_highest_pod_first_and_the_set_says_how_far_it_is() {
        database(2, "updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: 1}}", "");
        awaitReady(2);
        String first = set().at("/status/currentRevision").asText();

        setImage("app:2");
        awaitUpdated(1);

        assertThat(images()).containsExactly("app:1", "app:2");
        JsonNode status = set().path("status");
        assertThat(status.path("currentRevision").asText()).isEqualTo(first);
        assertThat(status.path("updateRevision").asText()).isNotEqualTo(first);
        assertThat(status.path("currentReplicas").asInt()).isEqualTo(1);
    }

    @Test
    void a_lost_pod_below_the_partition_comes_back_with_the_old_template() {
        database(2, "updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: 1}}", "");
        awaitReady(2);
        setImage("app:2");
        awaitUpdated(1);
        String before = pod("db-0").at("/metadata/uid").asText();

        delete("db-0");

        eventually(() -> {
            assertThat(pod("db-0").at("/metadata/uid").asText()).isNotEqualTo(before);
            assertThat(image(pod("db-0")).asText()).isEqualTo("app:1");
        });
    }

    @Test
    void a_complete_update_makes_the_new_revision_the_current_one() {
        database(2);
        awaitReady(2);

        setImage("app:2");

        eventually(() -> {
            JsonNode status = set().path("status");
            assertThat(status.path("currentRevision")).isEqualTo(status.path("updateRevision"));
            assertThat(status.path("currentReplicas").asInt()).isEqualTo(2);
            assertThat(status.path("updatedReplicas").asInt()).isEqualTo(2);
            assertThat(images()).containsExactly("app:2", "app:2");
        });
        assertThat(revisions())
                .extracting(each -> each.path("revision").asInt())
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void a_stateful_set_updated_on_deletion_waits_until_somebody_deletes_its_pods() {
        database(2, "updateStrategy: {type: OnDelete}", "");
        awaitReady(2);
        setImage("app:2");
        eventually(() -> assertThat(revisions()).hasSize(2));

        delete("db-0");

        eventually(() -> {
            assertThat(images()).containsExactly("app:2", "app:1");
            assertThat(set().at("/status/updatedReplicas").asInt()).isEqualTo(1);
        });
    }

    @Test
    void a_broken_pod_of_a_stateful_set_stands_though_its_template_is_repaired_until_it_is_deleted() {
        database(1);
        awaitReady(1);
        setImage(NOWHERE);
        eventually(() -> assertThat(images()).containsExactly(NOWHERE));
        String broken = pod("db-0").at("/metadata/uid").asText();
        setImage("app:1");
        eventually(() -> {
            JsonNode set = set();
            assertThat(set.at("/status/observedGeneration")).isEqualTo(set.at("/metadata/generation"));
        });
        assertThat(pod("db-0").at("/metadata/uid").asText()).isEqualTo(broken);
        assertThat(pod("db-0").at("/metadata").has("deletionTimestamp")).isFalse();

        delete("db-0");

        awaitUpdated(1);
        eventually(() -> assertThat(images()).containsExactly("app:1"));
    }

    @Test
    void a_template_that_comes_back_gets_the_highest_number_and_no_second_revision() {
        database(1);
        awaitReady(1);
        String first = set().at("/status/updateRevision").asText();
        setImage("app:2");
        eventually(() -> assertThat(revisions()).hasSize(2));

        setImage("app:1");

        eventually(() -> assertThat(set().at("/status/updateRevision").asText()).isEqualTo(first));
        assertThat(revisions()).hasSize(2);
        assertThat(apps("controllerrevisions", first).path("revision").asInt()).isEqualTo(3);
    }

    @Test
    void only_so_many_old_revisions_are_kept() {
        database(1, "revisionHistoryLimit: 1", "");
        awaitReady(1);

        for (String image : List.of("app:2", "app:3", "app:4")) {
            setImage(image);
            eventually(() -> assertThat(images()).containsExactly(image));
        }

        eventually(() -> assertThat(revisions()).hasSize(2));
    }

    @Test
    void a_revision_remembers_the_template_as_the_patch_that_brings_it_back() {
        database(1);
        awaitReady(1);

        JsonNode revision = revisions().getFirst();

        assertThat(revision.at("/data/spec/template/$patch").asText()).isEqualTo("replace");
        assertThat(revision.at("/data/spec/template/spec")).isEqualTo(set().at("/spec/template/spec"));
        assertThat(revision.at("/metadata/labels").path("app").asText()).isEqualTo("db");
        assertThat(name(revision))
                .isEqualTo("db-"
                        + revision.at("/metadata/labels")
                                .path("controller.kubernetes.io/hash")
                                .asText());
    }
}
