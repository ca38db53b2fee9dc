package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Volumes and classes are named after the test's namespace, so that no other test's claim can take them. */
class StorageContractTest extends WorkloadContract {
    private final List<HasMetadata> outside = new ArrayList<>();

    @AfterEach
    void removeWhatIsOutside() {
        if (!outside.isEmpty()) {
            try (var again = cluster.client()) {
                outside.forEach(object -> again.resource(object).delete());
            }
        }
    }

    private void volume(String name, String spec) {
        outside.add(createOutside("""
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: %s-%s}
                spec:
                  accessModes: [ReadWriteOnce]
                  storageClassName: %s
                  hostPath: {path: /tmp/none}
                  %s
                """.formatted(namespace, name, namespace, spec)));
    }

    private void storageClass(String fields) {
        outside.add(createOutside("""
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata: {name: %s}
                %s
                """.formatted(namespace, fields)));
    }

    private void claim(String name, String size) {
        create("""
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: %s}
                spec:
                  accessModes: [ReadWriteOnce]
                  storageClassName: "%s"
                  resources: {requests: {storage: %s}}
                """.formatted(name, namespace, size));
    }

    private void pod(String claim) {
        create("""
                apiVersion: v1
                kind: Pod
                metadata: {name: user}
                spec:
                  terminationGracePeriodSeconds: 1
                  volumes: [{name: data, persistentVolumeClaim: {claimName: %s}}]
                  containers: [{name: main, image: "app:1", volumeMounts: [{name: data, mountPath: /data}]}]
                """.formatted(claim));
    }

    private JsonNode claim(String name) {
        return core("persistentvolumeclaims", name);
    }

    private JsonNode volume(String name) {
        return get("/api/v1/persistentvolumes/NS-" + name);
    }

    private void awaitPhase(String claim, String phase) {
        eventually(() -> assertThat(claim(claim).at("/status/phase").asText()).isEqualTo(phase));
    }

    @Test
    void a_claim_is_bound_to_the_smallest_volume_that_is_large_enough() {
        volume("small", "capacity: {storage: 1Gi}");
        volume("medium", "capacity: {storage: 3Gi}");
        volume("large", "capacity: {storage: 9Gi}");

        claim("data", "2Gi");

        awaitPhase("data", "Bound");
        JsonNode claim = claim("data");
        assertThat(claim.at("/spec/volumeName").asText()).isEqualTo(namespace + "-medium");
        assertThat(claim.at("/status/capacity/storage").asText()).isEqualTo("3Gi");
        assertThat(claim.at("/metadata/annotations")
                        .path("pv.kubernetes.io/bind-completed")
                        .asText())
                .isEqualTo("yes");
        JsonNode volume = volume("medium");
        assertThat(volume.at("/status/phase").asText()).isEqualTo("Bound");
        assertThat(volume.at("/spec/claimRef/uid")).isEqualTo(claim.at("/metadata/uid"));
        eventually(
                () -> assertThat(volume("small").at("/status/phase").asText()).isEqualTo("Available"));
    }

    @Test
    void a_volume_that_is_kept_for_a_claim_goes_to_it() {
        volume(
                "kept",
                "capacity: {storage: 9Gi}\n  claimRef: {namespace: NAME, name: data}".replace("NAME", namespace));
        volume("other", "capacity: {storage: 1Gi}");

        claim("data", "1Gi");

        awaitPhase("data", "Bound");
        assertThat(claim("data").at("/spec/volumeName").asText()).isEqualTo(namespace + "-kept");
    }

    @Test
    void a_claim_without_a_class_and_without_a_volume_waits_and_says_why() {
        create("""
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: data}
                spec:
                  accessModes: [ReadWriteOnce]
                  storageClassName: ""
                  resources: {requests: {storage: 999Ti}}
                """);

        eventually(() -> assertThat(events("data", "FailedBinding"))
                .containsExactly("no persistent volumes available for this claim and no storage class is set"));
        assertThat(claim("data").at("/status/phase").asText()).isEqualTo("Pending");
        assertThat(claim("data").at("/spec/volumeMode").asText()).isEqualTo("Filesystem");
    }

    @Test
    void a_claim_of_a_class_that_is_not_there_says_so() {
        claim("data", "1Gi");

        eventually(() -> assertThat(events("data", "ProvisioningFailed"))
                .containsExactly("storageclass.storage.k8s.io \"" + namespace + "\" not found"));
    }

    @Test
    void a_patient_class_waits_for_the_first_pod() {
        storageClass("provisioner: nobody.example/any\nvolumeBindingMode: WaitForFirstConsumer");

        claim("data", "1Gi");

        eventually(() -> assertThat(events("data", "WaitForFirstConsumer"))
                .containsExactly("waiting for first consumer to be created before binding"));
    }

    @Test
    void a_claim_waits_for_the_provisioner_of_its_class() {
        storageClass("provisioner: nobody.example/any");

        claim("data", "1Gi");

        eventually(() -> assertThat(events("data", "ExternalProvisioning"))
                .containsExactly("Waiting for a volume to be created either by the external provisioner"
                        + " 'nobody.example/any' or manually by the system administrator. If volume creation is"
                        + " delayed, please verify that the provisioner is running and correctly registered."));
        assertThat(claim("data")
                        .at("/metadata/annotations")
                        .path("volume.kubernetes.io/storage-provisioner")
                        .asText())
                .isEqualTo("nobody.example/any");
    }

    @Test
    void a_pod_waits_until_its_claim_is_bound() {
        claim("data", "1Gi");
        pod("data");
        eventually(() -> assertThat(condition(core("pods", "user"), "PodScheduled")
                        .path("message")
                        .asText())
                .contains("pod has unbound immediate PersistentVolumeClaims"));

        volume("late", "capacity: {storage: 1Gi}");

        eventually(() -> assertThat(isReady(core("pods", "user"))).isTrue());
    }

    @Test
    void a_claim_in_use_stays_until_its_pod_is_gone() {
        volume("one", "capacity: {storage: 1Gi}");
        claim("data", "1Gi");
        pod("data");
        eventually(() -> assertThat(isReady(core("pods", "user"))).isTrue());

        client.persistentVolumeClaims().inNamespace(namespace).withName("data").delete();

        assertThat(claim("data").at("/metadata/deletionTimestamp").asText()).isNotEmpty();
        assertThat(claim("data").at("/metadata/finalizers").toString()).isEqualTo("[\"kubernetes.io/pvc-protection\"]");
        remove("/api/v1/namespaces/NS/pods/user");
        eventually(() -> assertThat(items(core("persistentvolumeclaims", ""))).isEmpty());
    }

    @Test
    void a_retained_volume_is_released_when_its_claim_is_gone_and_taken_by_nobody_else() {
        volume("one", "capacity: {storage: 1Gi}");
        claim("data", "1Gi");
        awaitPhase("data", "Bound");

        client.persistentVolumeClaims().inNamespace(namespace).withName("data").delete();

        eventually(() -> assertThat(volume("one").at("/status/phase").asText()).isEqualTo("Released"));
        assertThat(volume("one").at("/spec/claimRef/name").asText()).isEqualTo("data");
    }

    @Test
    void a_bound_volume_stays_until_its_claim_is_gone() {
        volume("one", "capacity: {storage: 1Gi}");
        claim("data", "1Gi");
        awaitPhase("data", "Bound");

        client.persistentVolumes().withName(namespace + "-one").delete();

        assertThat(volume("one").at("/metadata/deletionTimestamp").asText()).isNotEmpty();
        client.persistentVolumeClaims().inNamespace(namespace).withName("data").delete();
        eventually(() -> assertThat(
                        client.persistentVolumes().withName(namespace + "-one").get())
                .isNull());
    }

    @Test
    void a_pod_of_a_stateful_set_has_a_claim_of_its_own_that_outlives_it() {
        volume("one", "capacity: {storage: 1Gi}");
        database("");

        eventually(() -> assertThat(isReady(core("pods", "db-0"))).isTrue());
        assertThat(claim("data-db-0").at("/metadata/labels/app").asText()).isEqualTo("db");
        assertThat(core("pods", "db-0")
                        .at("/spec/volumes/0/persistentVolumeClaim/claimName")
                        .asText())
                .isEqualTo("data-db-0");
        eventually(() -> assertThat(events("db", "SuccessfulCreate"))
                .contains("Create Claim data-db-0 Pod db-0 in StatefulSet db success"));

        client.apps().statefulSets().inNamespace(namespace).withName("db").scale(0);
        eventually(() -> assertThat(pods()).isEmpty());
        assertThat(claim("data-db-0").at("/status/phase").asText()).isEqualTo("Bound");
    }

    @Test
    void the_claims_of_a_stateful_set_go_when_it_shrinks_if_it_says_so() {
        volume("one", "capacity: {storage: 1Gi}");
        database("persistentVolumeClaimRetentionPolicy: {whenScaled: Delete}");
        eventually(() -> assertThat(isReady(core("pods", "db-0"))).isTrue());

        client.apps().statefulSets().inNamespace(namespace).withName("db").scale(0);

        eventually(() -> assertThat(items(core("persistentvolumeclaims", ""))).isEmpty());
    }

    @Test
    void the_claims_of_a_stateful_set_go_with_it_if_it_says_so() {
        volume("one", "capacity: {storage: 1Gi}");
        database("persistentVolumeClaimRetentionPolicy: {whenDeleted: Delete}");
        eventually(() -> assertThat(isReady(core("pods", "db-0"))).isTrue());
        assertThat(claim("data-db-0").at("/metadata/ownerReferences/0/kind").asText())
                .isEqualTo("StatefulSet");

        client.apps().statefulSets().inNamespace(namespace).withName("db").delete();

        eventually(() -> assertThat(items(core("persistentvolumeclaims", ""))).isEmpty());
    }

    private void database(String spec) {
        create("""
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db}
                spec:
                  serviceName: db
                  selector: {matchLabels: {app: db}}
                  %s
                  template:
                    metadata: {labels: {app: db}}
                    spec:
                      terminationGracePeriodSeconds: 1
                      containers: [{name: main, image: "app:1", volumeMounts: [{name: data, mountPath: /data}]}]
                  volumeClaimTemplates:
                    - metadata: {name: data}
                      spec:
                        accessModes: [ReadWriteOnce]
                        storageClassName: %s
                        resources: {requests: {storage: 1Gi}}
                """.formatted(spec, namespace));
    }

    @Test
    void every_mistake_in_a_claim_is_named() {
        String message = refusalOf("""
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: data}
                spec: {accessModes: [Sometimes]}
                """);

        assertThat(message)
                .contains("spec.accessModes: Unsupported value: \"Sometimes\": supported values: \"ReadOnlyMany\","
                        + " \"ReadWriteMany\", \"ReadWriteOnce\", \"ReadWriteOncePod\"")
                .contains("spec.resources[storage]: Required value");
    }

    @Test
    void the_class_of_a_claim_never_changes() {
        claim("data", "1Gi");

        var refusal = refusal(
                () -> merge("v1", "PersistentVolumeClaim", "data", "{\"spec\":{\"storageClassName\":\"other\"}}"));

        assertThat(refusal.getStatus().getMessage())
                .startsWith(
                        "PersistentVolumeClaim \"data\" is invalid: spec: Forbidden: spec is immutable after creation"
                                + " except resources.requests and volumeAttributesClassName for bound claims");
    }

    @Test
    void kubectl_sees_claims_volumes_and_classes_in_columns() {
        volume("one", "capacity: {storage: 1Gi}");
        storageClass("provisioner: kubernetes.io/no-provisioner");
        claim("data", "1Gi");
        awaitPhase("data", "Bound");

        var claims = table("/api/v1/namespaces/NS/persistentvolumeclaims");
        assertThat(claims.getFirst())
                .containsExactly(
                        "Name",
                        "Status",
                        "Volume",
                        "Capacity",
                        "Access Modes",
                        "StorageClass",
                        "VolumeAttributesClass",
                        "Age",
                        "VolumeMode");
        assertThat(claims.get(1)).startsWith("data", "Bound", namespace + "-one", "1Gi", "RWO", namespace, "<unset>");
        assertThat(table("/api/v1/persistentvolumes/NS-one").get(1))
                .startsWith(namespace + "-one", "1Gi", "RWO", "Retain", "Bound", namespace + "/data", namespace);
        assertThat(table("/apis/storage.k8s.io/v1/storageclasses/NS").get(1))
                .startsWith(namespace, "kubernetes.io/no-provisioner", "Delete", "Immediate", "false");
    }
}
