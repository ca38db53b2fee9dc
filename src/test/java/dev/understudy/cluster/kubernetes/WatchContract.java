package dev.understudy.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import dev.understudy.cluster.Sighting;
import dev.understudy.cluster.kubernetes.wire.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking once and looking on. */
abstract class WatchContract extends ClusterContract {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<Sighting> sightings = new CopyOnWriteArrayList<>();
    private Meddler between;
    private KubernetesCluster watching;
    private Scope scope;

    @BeforeEach
    void meddle() {
        between = new Meddler(kubeconfig());
        watching = KubernetesCluster.open(between.kubeconfig(), Optional.empty(), CLIENT);
        scope = new Scope(namespace, Set.of(ResourceType.DEPLOYMENT));
        create(workload("web"));
    }

    @AfterEach
    void stopMeddling() {
        watching.close();
        between.close();
    }

    @Test
    void a_look_shows_the_namespace_and_everything_of_the_types_asked_for() {
        ClusterView view = cluster.observe(scope);

        ClusterObject web = view.find(ref(ResourceType.DEPLOYMENT, "web")).orElseThrow();
        assertThat(web.number("spec.replicas", -1)).isZero();
        assertThat(web.json()).containsEntry("kind", "Deployment").containsEntry("apiVersion", "apps/v1");
        assertThat(view.find(new ObjectRef(ResourceType.NAMESPACE, "", namespace))
                        .orElseThrow()
                        .label("understudy.dev/drills"))
                .contains("allowed");
    }

    @Test
    void a_type_that_the_server_does_not_serve_is_an_error_that_names_it() {
        ResourceType unknown = new ResourceType("example.com", "v1", "Foo", "foos", true);

        assertThatThrownBy(() -> cluster.observe(new Scope(namespace, Set.of(unknown))))
                .isInstanceOfSatisfying(
                        ClusterException.class, e -> assertThat(e.kind()).isEqualTo(ClusterException.Kind.NOT_FOUND))
                .hasMessageContaining("foos.example.com");
    }

    @Test
    void a_watch_shows_what_is_there_and_then_each_change() throws Exception {
        try (AutoCloseable watch = cluster.watch(scope, this::note)) {
            awaitSeen("seeing deployments");
            awaitSeen("seeing namespaces");
            List<String> first = List.copyOf(seen);
            personSets(ref(ResourceType.DEPLOYMENT, "web"), "metadata.labels.a", "1");
            create(workload("second"));
            awaitSeen("present second");
            delete("second");
            awaitSeen("removed second");

            assertThat(first).containsSubsequence("present web", "seeing deployments");
            assertThat(seen).containsSubsequence("present web", "seeing deployments", "present second");
            assertThat(seen).doesNotContain("blind deployments");
        }
    }

    @Test
    void a_gap_is_reported_and_what_was_missed_is_shown_after_it() throws Exception {
        try (AutoCloseable watch = watching.watch(scope, this::note)) {
            awaitSeen("seeing deployments");
            create(workload("second"));
            awaitSeen("present second");
            between.plan(p -> new Meddler.Trick.LoseRequest());
            between.cut();
            awaitSeen("blind deployments");
            delete("second");
            create(workload("third"));

            between.plan(p -> new Meddler.Trick.Pass());

            awaitSeen("present third");
            await().until(() ->
                    seen.stream().filter("seeing deployments"::equals).count() == 2);
            assertThat(seen)
                    .containsSubsequence("blind deployments", "removed second", "present third", "seeing deployments");
        }
    }

    @Test
    void a_version_that_is_too_old_is_listed_again_without_a_gap() throws Exception {
        List<Meddler.Passing> forged = new CopyOnWriteArrayList<>();
        between.plan(p -> {
            boolean forge = p.watches() && p.path().contains("deployments") && forged.isEmpty();
            if (forge) {
                forged.add(p);
                create(workload("second"));
            }
            return forge
                    ? new Meddler.Trick.Answer(
                            200, "", "{\"type\": \"ERROR\", \"object\": {\"kind\": \"Status\", \"code\": 410}}\n")
                    : new Meddler.Trick.Pass();
        });

        try (AutoCloseable watch = watching.watch(scope, this::note)) {
            awaitSeen("present second");

            assertThat(forged).hasSize(1);
            assertThat(seen).doesNotContain("blind deployments");
        }
    }

    @Test
    void however_many_look_there_is_one_watch_per_type_and_each_sees_everything() throws Exception {
        List<String> late = new CopyOnWriteArrayList<>();
        try (AutoCloseable first = watching.watch(scope, this::note)) {
            awaitSeen("seeing deployments");
            try (AutoCloseable second = watching.watch(scope, s -> late.add(text(s)))) {
                await().untilAsserted(() -> assertThat(late).contains("present web", "seeing deployments"));
                create(workload("second"));

                awaitSeen("present second");
                await().untilAsserted(() -> assertThat(late).contains("present second"));
            }
            create(workload("third"));
            awaitSeen("present third");
        }
        assertThat(late).doesNotContain("present third");
        assertThat(between.seen.stream().filter(p -> p.watches() && p.path().contains("deployments")))
                .hasSize(1);
    }

    @Test
    void a_sighting_carries_the_whole_object() throws Exception {
        try (AutoCloseable watch = cluster.watch(scope, this::note)) {
            awaitSeen("present web");

            assertThat(sightings)
                    .filteredOn(s -> s instanceof Sighting.Present p
                            && p.object().ref().name().equals("web"))
                    .first()
                    .satisfies(s -> assertThat(((Sighting.Present) s).object().json())
                            .containsEntry("kind", "Deployment")
                            .containsKey("spec"));
        }
    }

    private void note(Sighting sighting) {
        sightings.add(sighting);
        seen.add(text(sighting));
    }

    private static String text(Sighting sighting) {
        return switch (sighting) {
            case Sighting.Present p -> "present " + p.object().ref().name();
            case Sighting.Removed r -> "removed " + r.object().ref().name();
            case Sighting.Blind b -> "blind " + b.type().plural();
            case Sighting.Seeing s -> "seeing " + s.type().plural();
        };
    }

    private void awaitSeen(String text) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(seen).contains(text));
    }

    private void delete(String name) {
        ClusterObject live = read(ref(ResourceType.DEPLOYMENT, name));
        people.demand(Call.delete(live.ref(), live.uid()));
    }

    private Map<String, Object> workload(String name) {
        return deployment(name, 0, "app:1");
    }
}
