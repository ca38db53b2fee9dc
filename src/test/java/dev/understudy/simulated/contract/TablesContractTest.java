package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The columns that kubectl prints. {@code Name:0} is a text in every table, {@code Node:1} one in wide tables only. */
class TablesContractTest extends ServerContract {
    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";

    private static final Map<String, String> NAMESPACED = Map.ofEntries(
            Map.entry(
                    "/api/v1 pods",
                    "Name:0 Ready:0 Status:0 Restarts:0 Age:0 IP:1 Node:1 Nominated_Node:1 Readiness_Gates:1"),
            Map.entry("/api/v1 services", "Name:0 Type:0 Cluster-IP:0 External-IP:0 Port(s):0 Age:0 Selector:1"),
            Map.entry("/api/v1 configmaps", "Name:0 Data:0 Age:0"),
            Map.entry("/api/v1 secrets", "Name:0 Type:0 Data:0 Age:0"),
            Map.entry("/api/v1 serviceaccounts", "Name:0 Age:0"),
            Map.entry(
                    "/api/v1 events",
                    "Last_Seen:0 Type:0 Reason:0 Object:0 Subobject:1 Source:1 Message:0 First_Seen:1 Count:1 Name:1"),
            Map.entry(
                    "/api/v1 persistentvolumeclaims",
                    "Name:0 Status:0 Volume:0 Capacity:0 Access_Modes:0 StorageClass:0 VolumeAttributesClass:0 Age:0"
                            + " VolumeMode:1"),
            Map.entry("/api/v1 resourcequotas", "Name:0 Request:0 Limit:0 Age:0"),
            Map.entry("/api/v1 limitranges", "Name:0 Created_At:0:date"),
            Map.entry(
                    "/apis/apps/v1 deployments",
                    "Name:0 Ready:0 Up-to-date:0 Available:0 Age:0 Containers:1 Images:1 Selector:1"),
            Map.entry(
                    "/apis/apps/v1 replicasets",
                    "Name:0 Desired:0:integer Current:0:integer Ready:0:integer Age:0 Containers:1 Images:1"
                            + " Selector:1"),
            Map.entry("/apis/apps/v1 statefulsets", "Name:0 Ready:0 Age:0 Containers:1 Images:1"),
            Map.entry(
                    "/apis/apps/v1 daemonsets",
                    "Name:0 Desired:0:integer Current:0:integer Ready:0:integer Up-to-date:0:integer"
                            + " Available:0:integer Node_Selector:0 Age:0 Containers:1 Images:1 Selector:1"),
            Map.entry("/apis/apps/v1 controllerrevisions", "Name:0 Controller:0 Revision:0 Age:0"),
            Map.entry(
                    "/apis/batch/v1 jobs",
                    "Name:0 Status:0 Completions:0 Duration:0 Age:0 Containers:1 Images:1 Selector:1"),
            Map.entry(
                    "/apis/batch/v1 cronjobs",
                    "Name:0 Schedule:0 Timezone:0 Suspend:0:boolean Active:0:integer Last_Schedule:0 Age:0"
                            + " Containers:1 Images:1 Selector:1"),
            Map.entry(
                    "/apis/autoscaling/v2 horizontalpodautoscalers",
                    "Name:0 Reference:0 Targets:0 MinPods:0 MaxPods:0 Replicas:0 Age:0"),
            Map.entry(
                    "/apis/autoscaling/v1 horizontalpodautoscalers",
                    "Name:0 Reference:0 Targets:0 MinPods:0 MaxPods:0 Replicas:0 Age:0"),
            Map.entry(
                    "/apis/events.k8s.io/v1 events",
                    "Last_Seen:0 Type:0 Reason:0 Object:0 Subobject:1 Source:1 Message:0 First_Seen:1 Count:1 Name:1"),
            Map.entry(
                    "/apis/policy/v1 poddisruptionbudgets",
                    "Name:0 Min_Available:0 Max_Unavailable:0 Allowed_Disruptions:0:integer Age:0"),
            Map.entry("/apis/networking.k8s.io/v1 networkpolicies", "Name:0 Pod-Selector:0 Age:0"),
            Map.entry("/apis/networking.k8s.io/v1 ingresses", "Name:0 Class:0 Hosts:0 Address:0 Ports:0 Age:0"),
            Map.entry("/apis/discovery.k8s.io/v1 endpointslices", "Name:0 AddressType:0 Ports:0 Endpoints:0 Age:0"),
            Map.entry("/apis/coordination.k8s.io/v1 leases", "Name:0 Holder:0 Age:0"),
            Map.entry("/apis/rbac.authorization.k8s.io/v1 roles", "Name:0 Created_At:0:date"),
            Map.entry(
                    "/apis/rbac.authorization.k8s.io/v1 rolebindings",
                    "Name:0 Role:0 Age:0 Users:1 Groups:1 ServiceAccounts:1"));

    private static final Map<String, String> CLUSTER_WIDE = Map.of(
            "/api/v1 nodes",
            "Name:0 Status:0 Roles:0 Age:0 Version:0 Internal-IP:1 External-IP:1 OS-Image:1 Kernel-Version:1"
                    + " Container-Runtime:1",
            "/api/v1 namespaces",
            "Name:0 Status:0 Age:0",
            "/api/v1 persistentvolumes",
            "Name:0 Capacity:0 Access_Modes:0 Reclaim_Policy:0 Status:0 Claim:0 StorageClass:0"
                    + " VolumeAttributesClass:0 Reason:0 Age:0 VolumeMode:1",
            "/apis/storage.k8s.io/v1 storageclasses",
            "Name:0 Provisioner:0 ReclaimPolicy:0 VolumeBindingMode:0 AllowVolumeExpansion:0 Age:0",
            "/apis/scheduling.k8s.io/v1 priorityclasses",
            "Name:0 Value:0:integer Global-Default:0:boolean Age:0 PreemptionPolicy:0",
            "/apis/networking.k8s.io/v1 ingressclasses",
            "Name:0 Controller:0 Parameters:0 Age:0",
            "/apis/rbac.authorization.k8s.io/v1 clusterroles",
            "Name:0 Created_At:0:date",
            "/apis/rbac.authorization.k8s.io/v1 clusterrolebindings",
            "Name:0 Role:0 Age:0 Users:1 Groups:1 ServiceAccounts:1",
            "/apis/apiextensions.k8s.io/v1 customresourcedefinitions",
            "Name:0 Created_At:0:date");

    private String columns(String path) {
        JsonNode table = Answer.to(client, "GET", path + "?limit=1", TABLE, "").body();
        return table.path("columnDefinitions")
                .valueStream()
                .map(TablesContractTest::column)
                .collect(Collectors.joining(" "));
    }

    private static String column(JsonNode defined) {
        String type = defined.path("type").asText();
        return defined.path("name").asText().replace(' ', '_') + ":"
                + defined.path("priority").asText() + (type.equals("string") ? "" : ":" + type);
    }

    private Map<String, String> columns(Map<String, String> expected, String within) {
        Map<String, String> found = new TreeMap<>();
        expected.keySet().forEach(resource -> found.put(resource, columns(resource.replace(" ", within))));
        return found;
    }

    @Test
    void the_columns_of_every_kind_in_a_namespace_come_in_the_servers_order() {
        Map<String, String> found = columns(NAMESPACED, "/namespaces/" + namespace + "/");

        assertThat(found).isEqualTo(new TreeMap<>(NAMESPACED));
    }

    @Test
    void the_columns_of_every_kind_outside_namespaces_come_in_the_servers_order() {
        Map<String, String> found = columns(CLUSTER_WIDE, "/");

        assertThat(found).isEqualTo(new TreeMap<>(CLUSTER_WIDE));
    }

    @Test
    void the_row_of_a_role_tells_when_it_was_made() {
        create("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: reader}
                rules: []
                """);
        String path = "/apis/rbac.authorization.k8s.io/v1/namespaces/" + namespace + "/roles/reader";

        JsonNode row = Answer.to(client, "GET", path, TABLE, "").body().at("/rows/0");

        assertThat(row.path("cells"))
                .isEqualTo(cells().add("reader")
                        .add(row.at("/object/metadata/creationTimestamp").asText()));
    }

    @Test
    void the_wide_row_of_a_binding_names_its_subjects() {
        create("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: readers}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
                subjects:
                  - {apiGroup: rbac.authorization.k8s.io, kind: User, name: kit}
                  - {apiGroup: rbac.authorization.k8s.io, kind: User, name: lou}
                  - {apiGroup: rbac.authorization.k8s.io, kind: Group, name: crew}
                  - {kind: ServiceAccount, name: default, namespace: elsewhere}
                """);
        String path = "/apis/rbac.authorization.k8s.io/v1/namespaces/" + namespace + "/rolebindings/readers";

        ArrayNode found = (ArrayNode) Answer.to(client, "GET", path, TABLE, "")
                .body()
                .at("/rows/0/cells")
                .deepCopy();

        found.remove(2); // the age
        assertThat(found)
                .isEqualTo(cells().add("readers")
                        .add("Role/reader")
                        .add("kit, lou")
                        .add("crew")
                        .add("elsewhere/default"));
    }

    private static ArrayNode cells() {
        return JsonNodeFactory.instance.arrayNode();
    }

    @Test
    void the_wide_row_of_an_event_names_its_source_and_counts() {
        create("""
                apiVersion: v1
                kind: Event
                metadata: {name: seen}
                involvedObject: {kind: Pod, name: web, namespace: %s, fieldPath: "spec.containers{web}"}
                type: Warning
                reason: Odd
                message: " something odd "
                count: 3
                source: {component: watcher, host: tower}
                firstTimestamp: "2026-01-01T00:00:00Z"
                lastTimestamp: "2026-01-01T00:00:00Z"
                """.formatted(namespace));
        String path = "/api/v1/namespaces/" + namespace + "/events/seen";

        ArrayNode found = (ArrayNode) Answer.to(client, "GET", path, TABLE, "")
                .body()
                .at("/rows/0/cells")
                .deepCopy();

        found.remove(7); // how long ago, twice
        found.remove(0);
        assertThat(found)
                .isEqualTo(cells().add("Warning")
                        .add("Odd")
                        .add("pod/web")
                        .add("spec.containers{web}")
                        .add("watcher, tower")
                        .add("something odd")
                        .add(3)
                        .add("seen"));
    }
}
