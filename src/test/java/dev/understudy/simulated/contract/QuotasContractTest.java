package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class QuotasContractTest extends ServerContract {
    private void quota(String hard, String more) {
        create("""
                apiVersion: v1
                kind: ResourceQuota
                metadata: {name: budget}
                spec:
                  hard: %s
                %s
                """.formatted(hard, more.indent(2)));
        eventually(() -> assertThat(used().isEmpty()).isFalse());
    }

    private JsonNode used() {
        return get("/api/v1/namespaces/NS/resourcequotas/budget").at("/status/used");
    }

    private void pod(String name, String spec) {
        create("""
                apiVersion: v1
                kind: Pod
                metadata: {name: %s}
                spec:
                  nodeSelector: {"us": "nowhere"}
                %s
                """.formatted(name, spec.indent(2)));
    }

    private static String container(String resources) {
        return "containers: [{name: web, image: \"web:1\", resources: {" + resources + "}}]";
    }

    private void configMap(String name) {
        create("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name + "}");
    }

    @Test
    void a_quota_tells_what_is_used_and_what_is_left_when_it_refuses() {
        quota("{pods: 2, requests.cpu: 1, limits.memory: 1Gi}", "");
        pod("first", container("requests: {cpu: 600m}, limits: {memory: 512Mi}"));

        var refusal = refusal(() -> pod("second", container("requests: {cpu: 500m}, limits: {memory: 600Mi}")));

        assertThat(refusal.getCode()).isEqualTo(403);
        assertThat(refusal.getStatus().getReason()).isEqualTo("Forbidden");
        assertThat(refusal.getStatus().getMessage())
                .isEqualTo("pods \"second\" is forbidden: exceeded quota: budget, requested:"
                        + " limits.memory=600Mi,requests.cpu=500m, used: limits.memory=512Mi,requests.cpu=600m, limited:"
                        + " limits.memory=1Gi,requests.cpu=1");
        assertThat(used().toString())
                .isEqualTo("{\"limits.memory\":\"512Mi\",\"pods\":\"1\",\"requests.cpu\":\"600m\"}");
    }

    @Test
    void a_quota_gets_back_what_is_deleted() {
        quota("{pods: 1}", "");
        pod("first", container(""));

        client.pods()
                .inNamespace(namespace)
                .withName("first")
                .withGracePeriod(0)
                .delete();

        eventually(() -> assertThat(used().path("pods").asText()).isEqualTo("0"));
    }

    @Test
    void a_quota_of_memory_makes_every_container_say_how_much() {
        quota("{limits.memory: 1Gi, requests.cpu: 1}", "");

        var refusal = refusal(() -> pod("web", container("")));

        assertThat(refusal.getStatus().getMessage())
                .isEqualTo("pods \"web\" is forbidden: failed quota: budget: must specify limits.memory for: web;"
                        + " requests.cpu for: web");
    }

    @Test
    void objects_of_any_kind_can_be_counted() {
        quota("{configmaps: 2, count/deployments.apps: 0, secrets: 1}", "");
        configMap("mine");

        var refusal = refusal(() -> configMap("other"));
        var deployment = refusal(() -> create("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: web, image: "web:1"}]}
                """));

        assertThat(refusal.getStatus().getMessage())
                .isEqualTo("configmaps \"other\" is forbidden: exceeded quota: budget, requested: configmaps=1, used:"
                        + " configmaps=2, limited: configmaps=2");
        assertThat(deployment.getStatus().getMessage())
                .isEqualTo(
                        "deployments.apps \"web\" is forbidden: exceeded quota: budget, requested:"
                                + " count/deployments.apps=1, used: count/deployments.apps=0, limited: count/deployments.apps=0");
    }

    @Test
    void services_and_claims_have_quotas_of_their_own() {
        quota("{services.nodeports: 1, requests.storage: 1Gi, persistentvolumeclaims: 3}", "");

        var service = refusal(() -> create("""
                apiVersion: v1
                kind: Service
                metadata: {name: web}
                spec: {type: NodePort, ports: [{name: a, port: 80}, {name: b, port: 81}]}
                """));
        var claim = refusal(() -> create("""
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: data}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 2Gi}}}
                """));

        assertThat(service.getStatus().getMessage())
                .isEqualTo("services \"web\" is forbidden: exceeded quota: budget, requested: services.nodeports=2,"
                        + " used: services.nodeports=0, limited: services.nodeports=1");
        assertThat(claim.getStatus().getMessage())
                .isEqualTo("persistentvolumeclaims \"data\" is forbidden: exceeded quota: budget, requested:"
                        + " requests.storage=2Gi, used: requests.storage=0, limited: requests.storage=1Gi");
    }

    @Test
    void a_quota_with_a_scope_covers_only_the_pods_in_it() {
        quota("{pods: 0}", "scopes: [BestEffort]");

        pod("sized", container("requests: {cpu: 1m}"));
        var refusal = refusal(() -> pod("unsized", container("")));

        assertThat(refusal.getStatus().getMessage())
                .isEqualTo("pods \"unsized\" is forbidden: exceeded quota: budget, requested: pods=1, used: pods=0,"
                        + " limited: pods=0");
    }

    @Test
    void a_quota_can_be_for_the_pods_of_some_priority_classes() {
        quota("{pods: 0}", """
                scopeSelector:
                  matchExpressions:
                    - {scopeName: PriorityClass, operator: In, values: [system-cluster-critical]}
                """);

        pod("ordinary", container(""));
        var refusal = refusal(() -> pod("critical", "priorityClassName: system-cluster-critical\n" + container("")));

        assertThat(refusal.getStatus().getMessage()).contains("exceeded quota: budget, requested: pods=1");
    }

    @Test
    void a_dry_run_is_checked_and_charges_nothing() {
        quota("{configmaps: 2}", "");

        post("/api/v1/namespaces/NS/configmaps?dryRun=All", "{'metadata':{'name':'any'}}");

        assertThat(used().path("configmaps").asText()).isEqualTo("1");
    }

    @Test
    void a_replica_set_that_meets_a_quota_says_so_and_keeps_what_it_has() {
        quota("{pods: 1}", "");
        create("""
                apiVersion: apps/v1
                kind: ReplicaSet
                metadata: {name: web}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: web, image: "web:1"}]}
                """);

        eventually(() -> {
            JsonNode status = get("/apis/apps/v1/namespaces/NS/replicasets/web").path("status");
            assertThat(status.path("replicas").asInt()).isEqualTo(1);
            assertThat(status.at("/conditions/0/type").asText()).isEqualTo("ReplicaFailure");
            assertThat(status.at("/conditions/0/message").asText())
                    .matches("pods \"web-[a-z0-9]{5}\" is forbidden: exceeded quota: budget, requested: pods=1, used:"
                            + " pods=1, limited: pods=1");
        });
    }
}
