package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class StatefulSetContractTest extends StatefulSetContract {
    @Test
    void a_stateful_set_starts_its_pods_in_order_each_when_the_one_before_is_ready() {
        database(2, "", SLOW);

        awaitReady(2);

        assertThat(podNames()).containsExactly("db-0", "db-1");
        assertThat(created(pod("db-1"))).isAfterOrEqualTo(readySince(pod("db-0")));
        assertThat(readySince(pod("db-0"))).isAfter(created(pod("db-0")));
    }

    @Test
    void a_parallel_stateful_set_starts_all_its_pods_at_once() {
        database(3, "podManagementPolicy: Parallel", SLOW);

        awaitReady(3);

        assertThat(created(pod("db-2"))).isBefore(readySince(pod("db-0")));
    }

    @Test
    void a_pod_of_a_stateful_set_knows_its_name_its_place_and_its_revision() {
        database(1);
        awaitReady(1);

        JsonNode pod = pod("db-0");

        assertThat(pod.at("/spec/hostname").asText()).isEqualTo("db-0");
        assertThat(pod.at("/spec/subdomain").asText()).isEqualTo("db");
        JsonNode labels = pod.at("/metadata/labels");
        assertThat(labels.path("statefulset.kubernetes.io/pod-name").asText()).isEqualTo("db-0");
        assertThat(labels.path("apps.kubernetes.io/pod-index").asText()).isEqualTo("0");
        assertThat(labels.path("controller-revision-hash").asText())
                .isEqualTo(set().at("/status/currentRevision").asText())
                .isEqualTo(name(revisions().getFirst()))
                .startsWith("db-");
        assertThat(pod.at("/metadata/ownerReferences/0/kind").asText()).isEqualTo("StatefulSet");
    }

    @Test
    void a_stateful_set_counts_its_pods_from_where_it_is_told_to() {
        database(2, "ordinals: {start: 5}", "");

        awaitReady(2);

        assertThat(podNames()).containsExactly("db-5", "db-6");
    }

    @Test
    void a_deleted_pod_of_a_stateful_set_comes_back_under_its_name() {
        database(2);
        awaitReady(2);
        String before = pod("db-0").at("/metadata/uid").asText();

        delete("db-0");

        eventually(() -> {
            assertThat(pod("db-0").at("/metadata/uid").asText()).isNotEqualTo(before);
            assertThat(pods()).hasSize(2).allMatch(WorkloadContract::isReady);
        });
    }

    @Test
    void a_stateful_set_that_shrinks_gives_up_its_highest_pod_first() throws Exception {
        database(3);
        awaitReady(3);
        List<String> gone = new CopyOnWriteArrayList<>();

        try (var watch = client.pods().inNamespace(namespace).watch(goneInto(gone))) {
            client.apps().statefulSets().inNamespace(namespace).withName("db").scale(1);
            awaitReady(1);
            eventually(() -> assertThat(gone).containsExactly("db-2", "db-1"));
        }
    }

    private static Watcher<Pod> goneInto(List<String> gone) {
        return new Watcher<>() {
            @Override
            public void eventReceived(Action action, Pod pod) {
                if (action == Action.DELETED) {
                    gone.add(pod.getMetadata().getName());
                }
            }

            @Override
            public void onClose(WatcherException cause) {
                // The test closes the watch itself.
            }
        };
    }

    @Test
    void most_of_a_stateful_set_may_not_be_changed() {
        database(1);

        var refusal = refusal(() -> change("{\"spec\":{\"serviceName\":\"other\"}}"));

        assertThat(refusal.getCode()).isEqualTo(422);
        assertThat(refusal.getStatus().getMessage())
                .isEqualTo("StatefulSet.apps \"db\" is invalid: spec: Forbidden: updates to statefulset spec for fields"
                        + " other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit',"
                        + " 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden");
    }

    @Test
    void every_mistake_in_a_stateful_set_is_named() {
        String message = refusalOf("""
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db}
                spec:
                  replicas: -1
                  serviceName: Big_One
                  podManagementPolicy: Sideways
                  updateStrategy: {type: OnDelete, rollingUpdate: {partition: 1}}
                  persistentVolumeClaimRetentionPolicy: {whenScaled: Burn}
                  selector: {matchLabels: {app: db}}
                  template:
                    metadata: {labels: {app: other}}
                    spec:
                      restartPolicy: Never
                      containers: [{name: main, image: "app:1"}]
                """);

        assertThat(message)
                .startsWith("StatefulSet.apps \"db\" is invalid: [")
                .contains("spec.podManagementPolicy: Invalid value: \"Sideways\": must be 'OrderedReady' or 'Parallel'")
                .contains("only allowed for updateStrategy 'RollingUpdate'")
                .contains("spec.persistentVolumeClaimRetentionPolicy.whenScaled: Unsupported value: \"Burn\": supported"
                        + " values: \"Retain\", \"Delete\"")
                .contains("spec.replicas: Invalid value: -1: must be greater than or equal to 0")
                .contains("spec.serviceName: Invalid value: \"Big_One\": a lowercase RFC 1123 label must consist of")
                .contains("spec.template.metadata.labels: Invalid value: {\"app\":\"other\"}: `selector` does not match"
                        + " template `labels`")
                .contains("spec.template.spec.restartPolicy: Unsupported value: \"Never\": supported values:"
                        + " \"Always\"");
    }

    @Test
    void the_server_fills_in_what_a_stateful_set_leaves_open() {
        create("""
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db}
                spec:
                  replicas: 0
                  selector: {matchLabels: {app: db}}
                  updateStrategy: {type: RollingUpdate, rollingUpdate: {maxUnavailable: 2}}
                  template:
                    metadata: {labels: {app: db}}
                    spec: {containers: [{name: main, image: "app:1"}]}
                """);

        JsonNode spec = set().path("spec");

        assertThat(spec.path("podManagementPolicy").asText()).isEqualTo("OrderedReady");
        assertThat(spec.path("revisionHistoryLimit").asInt()).isEqualTo(10);
        assertThat(spec.path("serviceName").asText("absent")).isEmpty();
        assertThat(spec.at("/updateStrategy/rollingUpdate").toString()).isEqualTo("{\"partition\":0}");
        assertThat(spec.at("/persistentVolumeClaimRetentionPolicy/whenDeleted").asText())
                .isEqualTo("Retain");
    }

    @Test
    void a_stateful_set_tells_of_its_pods_in_events() {
        database(1);
        awaitReady(1);
        client.apps().statefulSets().inNamespace(namespace).withName("db").scale(0);

        eventually(() -> {
            assertThat(events("db", "SuccessfulCreate")).contains("Create Pod db-0 in StatefulSet db successful");
            assertThat(events("db", "SuccessfulDelete")).contains("Delete Pod db-0 in StatefulSet db successful");
        });
    }

    @Test
    void pods_of_a_stateful_set_that_are_left_alone_are_taken_up_by_the_next_one() {
        database(1);
        awaitReady(1);
        String uid = pod("db-0").at("/metadata/uid").asText();
        ask(
                "DELETE",
                "/apis/apps/v1/namespaces/NS/statefulsets/db",
                Map.of("kind", "DeleteOptions", "apiVersion", "v1", "propagationPolicy", "Orphan"));
        eventually(() ->
                assertThat(pod("db-0").at("/metadata").has("ownerReferences")).isFalse());

        database(1);

        eventually(() ->
                assertThat(pod("db-0").at("/metadata/ownerReferences/0/uid")).isEqualTo(set().at("/metadata/uid")));
        assertThat(pod("db-0").at("/metadata/uid").asText()).isEqualTo(uid);
    }

    @Test
    void a_deleted_stateful_set_takes_its_pods_and_revisions_along() {
        database(2);
        awaitReady(2);

        client.apps().statefulSets().inNamespace(namespace).withName("db").delete();

        eventually(() -> {
            assertThat(pods()).isEmpty();
            assertThat(revisions()).isEmpty();
        });
    }

    @Test
    void a_pod_of_a_stateful_set_becomes_available_only_after_it_was_ready_for_long_enough() {
        database(1, "minReadySeconds: 600", "");

        awaitReady(1);

        assertThat(set().at("/status/availableReplicas").asText("absent")).isEqualTo("0");
    }

    @Test
    void kubectl_sees_a_stateful_set_and_its_revisions_in_columns() {
        database(1);
        awaitReady(1);

        assertThat(table("/apis/apps/v1/namespaces/NS/statefulsets").getFirst())
                .containsExactly("Name", "Ready", "Age", "Containers", "Images");
        assertThat(table("/apis/apps/v1/namespaces/NS/statefulsets").get(1))
                .startsWith("db", "1/1")
                .endsWith("main", "app:1");
        assertThat(table("/apis/apps/v1/namespaces/NS/controllerrevisions").getFirst())
                .containsExactly("Name", "Controller", "Revision", "Age");
        assertThat(table("/apis/apps/v1/namespaces/NS/controllerrevisions").get(1))
                .contains("statefulset.apps/db", "1");
    }
}
