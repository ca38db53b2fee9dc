package dev.understudy.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.cluster.Applied;
import dev.understudy.cluster.Change;
import dev.understudy.cluster.ChangeWriter;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes over a connection that loses things, and beside people who are faster. */
abstract class LossContract extends ClusterContract {
    private Meddler between;
    private KubernetesCluster shaky;
    private ChangeWriter shakyChanges;
    private ObjectRef web;

    @BeforeEach
    void meddle() {
        between = new Meddler(kubeconfig());
        shaky = KubernetesCluster.open(between.kubeconfig(), Optional.empty(), CLIENT);
        shakyChanges = shaky.changes(Duration.ofSeconds(10));
        web = ref(ResourceType.DEPLOYMENT, "web");
        serverSideApply("gitops", deployment("web", 2, "app:1"), false);
    }

    @AfterEach
    void stopMeddling() {
        shaky.close();
        between.close();
    }

    @Test
    void a_lost_answer_is_settled_by_reading() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0));
        between.onNextWrite(new Meddler.Trick.LoseAnswer());

        Applied applied = shakyChanges.apply(edit, MANAGER);

        assertThat(applied).isEqualTo(new Applied.Made(edit));
        assertThat(between.writes()).isEqualTo(1);
    }

    @Test
    void a_lost_request_is_sent_again_only_after_reading() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0));
        between.onNextWrite(new Meddler.Trick.LoseRequest());

        Applied applied = shakyChanges.apply(edit, MANAGER);

        assertThat(applied).isEqualTo(new Applied.Made(edit));
        assertThat(between.seen).extracting(Meddler.Passing::method).containsExactly("GET", "PATCH", "GET", "PATCH");
    }

    @Test
    void a_lost_answer_to_an_undo_is_settled_by_reading() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0));
        changes.apply(edit, MANAGER);
        between.onNextWrite(new Meddler.Trick.LoseAnswer());

        Undone undone = shakyChanges.undo(edit, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.UNDONE);
        assertThat(at(read(web), "spec.replicas")).isEqualTo(2);
        assertThat(managers(read(web))).doesNotContain(MANAGER);
    }

    @Test
    void an_edit_is_decided_again_when_somebody_was_faster_elsewhere_on_the_object() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0));
        between.onNextWrite(new Meddler.Trick.After(() -> personSets(web, "metadata.labels.hello", "world")));

        Applied applied = shakyChanges.apply(edit, MANAGER);

        assertThat(applied).isEqualTo(new Applied.Made(edit));
        assertThat(at(read(web), "metadata.labels.hello")).isEqualTo("world");
    }

    @Test
    void an_undo_never_overwrites_a_repair_made_in_the_same_moment() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0));
        changes.apply(edit, MANAGER);
        between.onNextWrite(new Meddler.Trick.After(() -> personSets(web, "spec.replicas", 5)));

        Undone undone = shakyChanges.undo(edit, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.DIVERGED);
        assertThat(at(read(web), "spec.replicas")).isEqualTo(5);
    }

    @Test
    void an_undo_never_overwrites_an_equal_value_set_in_the_same_moment() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0));
        changes.apply(edit, MANAGER);
        between.onNextWrite(new Meddler.Trick.After(() -> {
            personSets(web, "spec.replicas", 5);
            personSets(web, "spec.replicas", 0);
        }));

        Undone undone = shakyChanges.undo(edit, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.DIVERGED);
        assertThat(at(read(web), "spec.replicas")).isEqualTo(0);
    }

    @Test
    void what_was_refused_before_anything_was_sent_is_known_to_be_undone() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0));
        between.plan(p -> new Meddler.Trick.LoseRequest());

        Applied applied = shakyChanges.apply(edit, MANAGER);

        assertThat(applied).isInstanceOf(Applied.Refused.class);
        assertThat(between.writes()).isZero();
    }

    @Test
    void an_answer_that_nothing_can_settle_is_said_to_be_unknown() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0));
        between.plan(p -> p.writes()
                ? new Meddler.Trick.LoseAnswer()
                : between.writes() == 0
                        ? new Meddler.Trick.Pass()
                        : new Meddler.Trick.Answer(401, "", status(401, "Unauthorized", "Unauthorized")));

        assertThatThrownBy(() -> shakyChanges.apply(edit, MANAGER))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("it is unknown whether Deployment " + namespace + "/web was changed");
    }

    @Test
    void an_undo_that_fails_names_the_command_that_finishes_the_job() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0));
        changes.apply(edit, MANAGER);
        between.plan(p -> p.writes() ? forbidden() : new Meddler.Trick.Pass());

        Undone undone = shakyChanges.undo(edit, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.FAILED);
        assertThat(undone.detail())
                .contains("not allowed to patch deployments.apps web")
                .endsWith("kubectl patch deployments.apps web -n " + namespace
                        + " --type=strategic -p '{\"spec\":{\"replicas\":2}}'");
    }

    @Test
    void an_overloaded_server_is_asked_again_as_late_as_it_wants() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0));
        between.onNextWrite(new Meddler.Trick.Answer(429, "1", status(429, "TooManyRequests", "slow down")));
        Instant start = Instant.now();

        Applied applied = shakyChanges.apply(edit, MANAGER);

        assertThat(applied).isEqualTo(new Applied.Made(edit));
        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_created_object_whose_answer_was_lost_is_known_by_its_mark() {
        record();
        Change.Create create = made();
        between.onNextWrite(new Meddler.Trick.LoseAnswer());

        Applied applied = shakyChanges.apply(create, MANAGER);

        assertThat(applied).isEqualTo(new Applied.Made(create));
        assertThat(changes.undo(create, MANAGER).result()).isEqualTo(UndoResult.UNDONE);
    }

    @Test
    void an_object_that_appears_in_the_same_moment_is_not_adopted() {
        record();
        Change.Create create = made();
        between.onNextWrite(new Meddler.Trick.After(() -> create(create.manifest())));

        Applied applied = shakyChanges.apply(create, MANAGER);

        assertThat(applied).isInstanceOf(Applied.Refused.class);
        assertThat(changes.undo(create, MANAGER).result()).isEqualTo(UndoResult.DIVERGED);
    }

    @Test
    void a_lock_whose_answer_was_lost_is_ours() {
        between.onNextWrite(new Meddler.Trick.LoseAnswer());

        DrillRecord written = shaky.records().write(fresh());

        assertThat(cluster.records().find(namespace)).containsExactly(written);
    }

    @Test
    void a_record_that_cannot_be_completed_gives_the_lock_back() {
        between.plan(p -> p.writes() && p.path().contains("/jobs") ? forbidden() : new Meddler.Trick.Pass());

        assertThatThrownBy(() -> shaky.records().write(fresh()))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("not allowed to create jobs.batch");
        assertThat(cluster.records().find(namespace)).isEmpty();
    }

    private Change.Create made() {
        return new Change.Create(
                ref(ResourceType.CONFIG_MAP, "made"), object("v1", "ConfigMap", "made", "data", Map.of("a", "1")), "m");
    }

    private void record() {
        cluster.records().write(fresh());
    }

    private DrillRecord fresh() {
        Instant expires = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 300);
        return new DrillRecord(DRILL, namespace, "cluster-uid", MANAGER, expires, List.of(), null, "");
    }

    private static Meddler.Trick forbidden() {
        return new Meddler.Trick.Answer(
                403, "", status(403, "Forbidden", "User \\\"us\\\" cannot patch resource \\\"deployments\\\""));
    }

    private static String status(int code, String reason, String message) {
        return """
                {"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Failure",
                 "message": "%s", "reason": "%s", "code": %d}
                """.formatted(message, reason, code);
    }
}
