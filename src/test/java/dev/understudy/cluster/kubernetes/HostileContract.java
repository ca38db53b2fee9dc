package dev.understudy.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.cluster.Applied;
import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import dev.understudy.cluster.Sighting;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.hostile.HostileServer;
import dev.understudy.hostile.Misdeed;
import dev.understudy.hostile.Mood;
import dev.understudy.probe.Connector;
import dev.understudy.probe.ServiceName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes, records and watches beside a server that fails, refuses, lies, and goes away. */
abstract class HostileContract extends ClusterContract {
    private static final int FOREVER = Integer.MAX_VALUE;

    private HostileServer server;
    private KubernetesCluster through;
    private ObjectRef web;

    @BeforeEach
    void hostility() {
        server = new HostileServer(kubeconfig());
        through = KubernetesCluster.open(server.kubeconfig(), Optional.empty(), CLIENT);
        web = ref(ResourceType.DEPLOYMENT, "web");
        serverSideApply("gitops", deployment("web", 2, "app:1"), false);
    }

    @AfterEach
    void peace() {
        through.close();
        server.close();
    }

    @Test
    void a_lock_that_was_taken_while_the_server_said_500_is_ours() {
        on("POST", "/configmaps", 1, new Misdeed.DoesAndFails());

        DrillRecord written = through.records().write(fresh());

        assertThat(cluster.records().find(namespace)).containsExactly(written);
    }

    @Test
    void a_record_is_written_although_the_server_fails_for_a_moment() {
        on("", "", 4, new Misdeed.Refuses(503));

        DrillRecord written = through.records().write(fresh());

        assertThat(cluster.records().find(namespace)).containsExactly(written);
    }

    @Test
    void a_record_is_written_although_every_answer_to_a_write_is_lost() {
        server.become(Mood.always(new Misdeed.LosesAnswer()), HostileServer.Passing::writes);

        DrillRecord written = through.records().write(fresh());

        assertThat(cluster.records().find(namespace)).containsExactly(written);
    }

    @Test
    void a_record_is_removed_although_the_server_fails_for_a_moment() {
        DrillRecord written = cluster.records().write(fresh());
        on("DELETE", "", 3, new Misdeed.Hangup());

        through.records().remove(written);

        assertThat(cluster.records().find(namespace)).isEmpty();
        assertThat(people.find(ref(ResourceType.JOB, DrillRecord.GUARD))).isEmpty();
    }

    @Test
    void a_guard_that_somebody_keeps_changing_is_given_up_in_the_end() {
        DrillRecord written = cluster.records().write(fresh());
        on("PATCH", "/jobs", FOREVER, new Misdeed.Refuses(409));

        assertThatThrownBy(() -> through.records()
                        .write(written.extended(List.of(), written.expires().plusSeconds(60))))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("somebody else was first");
    }

    @Test
    void a_page_that_something_in_between_sends_is_never_taken_for_an_object_that_is_gone() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0));
        changes.apply(edit, MANAGER);
        server.become(Mood.always(new Misdeed.Impostor()));

        Undone undone = through.changes().undo(edit, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.FAILED);
        assertThat(undone.passing()).isTrue();
        assertThat(undone.detail()).contains("is no API server");
    }

    @Test
    void a_page_that_something_in_between_sends_for_a_write_is_settled_by_reading() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0));
        on("PATCH", "", 1, new Misdeed.Impostor());

        Applied applied = through.changes().apply(edit, MANAGER);

        assertThat(applied).isEqualTo(new Applied.Made(edit));
    }

    @Test
    void a_page_that_something_in_between_sends_is_no_reading_of_a_port() {
        server.become(Mood.always(new Misdeed.Impostor()));

        Connector.Answer answer = through.ports().connect(new ServiceName("web", namespace), 80, Duration.ofSeconds(5));

        assertThat(answer).isInstanceOf(Connector.Answer.Blind.class);
    }

    @Test
    void a_refused_undo_is_told_from_one_that_may_pass() {
        Change.Edit edit = previewed(web, set("spec.replicas", 0));
        changes.apply(edit, MANAGER);
        on("PATCH", "", FOREVER, new Misdeed.Refuses(403));

        Undone undone = through.changes().undo(edit, MANAGER);

        assertThat(undone.result()).isEqualTo(UndoResult.FAILED);
        assertThat(undone.passing()).isFalse();
    }

    @Test
    void a_removal_that_nothing_can_settle_says_why() {
        ObjectRef settings = ref(ResourceType.CONFIG_MAP, "settings");
        create(object("v1", "ConfigMap", "settings", "data", Map.of("a", "1")));
        Change.Delete delete = (Change.Delete)
                changes.preview(new Change.Delete(settings, read(settings).uid(), Map.of(), "m"), MANAGER);
        on("DELETE", "", FOREVER, new Misdeed.Refuses(503));

        assertThatThrownBy(() -> through.changes().apply(delete, MANAGER))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("it is unknown whether ConfigMap " + namespace + "/settings was deleted")
                .hasMessageContaining("failing (503");
    }

    @Test
    void an_object_created_again_goes_back_to_its_owners_although_the_server_fails_for_a_moment() {
        ObjectRef settings = ref(ResourceType.CONFIG_MAP, "settings");
        create(object("v1", "ConfigMap", "settings", "data", Map.of("a", "1")));
        Change.Delete delete = (Change.Delete)
                changes.preview(new Change.Delete(settings, read(settings).uid(), Map.of(), "m"), MANAGER);
        changes.apply(delete, MANAGER);
        on("PATCH", "", 2, new Misdeed.Refuses(503));

        through.changes().undo(delete, MANAGER);

        assertThat(managers(read(settings))).containsExactly("kubectl-create");
    }

    @Test
    void a_watch_that_expires_again_and_again_does_not_wear_the_server_out() throws Exception {
        server.become(Mood.always(new Misdeed.ExpiresWatch()));
        try (AutoCloseable _ = through.watch(new Scope(namespace, Set.of(ResourceType.POD)), _ -> {})) {
            Awaitility.await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        }

        assertThat(server.requests()).isLessThan(40);
    }

    @Test
    void a_watch_that_is_sent_pages_instead_of_lists_is_blind_and_forgets_nothing() throws Exception {
        List<Sighting> seen = new CopyOnWriteArrayList<>();
        try (AutoCloseable _ = through.watch(new Scope(namespace, Set.of(ResourceType.DEPLOYMENT)), seen::add)) {
            Awaitility.await().until(() -> seen.stream().anyMatch(HostileContract::seesDeployments));
            server.turn(Mood.always(new Misdeed.Impostor()));
            Awaitility.await().until(() -> seen.stream().anyMatch(s -> s instanceof Sighting.Blind));
        }

        assertThat(seen).noneMatch(s -> s instanceof Sighting.Removed);
    }

    private static boolean seesDeployments(Sighting sighting) {
        return sighting instanceof Sighting.Seeing s && s.type().equals(ResourceType.DEPLOYMENT);
    }

    private void on(String method, String path, int times, Misdeed misdeed) {
        server.become(
                new Mood(0, 1, times, List.of(misdeed)),
                p -> p.method().startsWith(method) && p.path().contains(path));
    }

    private DrillRecord fresh() {
        Instant expires = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 300);
        return new DrillRecord(DRILL, namespace, "cluster-uid", MANAGER, expires, List.of(), null, "");
    }
}
