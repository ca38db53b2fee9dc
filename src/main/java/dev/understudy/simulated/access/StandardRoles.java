package dev.understudy.simulated.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.Writer;
import java.util.List;

/** The cluster roles that every cluster has, so that a binding to {@code view} or {@code edit} means something. */
public final class StandardRoles {
    private static final Writer SERVER = Writer.updating("kube-apiserver");
    private static final List<String> READ = List.of("get", "list", "watch");
    private static final List<String> WRITE =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
    private static final List<String> WORK = List.of(
            "configmaps",
            "deployments",
            "deployments/scale",
            "endpointslices",
            "events",
            "horizontalpodautoscalers",
            "jobs",
            "networkpolicies",
            "poddisruptionbudgets",
            "pods",
            "pods/log",
            "replicasets",
            "replicasets/scale",
            "serviceaccounts",
            "services");

    private StandardRoles() {}

    /** Creates {@code cluster-admin}, {@code admin}, {@code edit} and {@code view}. */
    public static void create(ObjectStore store) {
        create(store, "cluster-admin", all());
        create(store, "view", rules(WORK, READ).add(rule(List.of("namespaces"), READ)));
        create(store, "edit", editing());
        create(store, "admin", editing().add(rule(List.of("roles", "rolebindings"), WRITE)));
        ObjectNode binding = named("cluster-admin");
        binding.putObject("roleRef").put("kind", "ClusterRole").put("name", "cluster-admin");
        binding.putArray("subjects").addObject().put("kind", "Group").put("name", "system:masters");
        store.create(Kinds.CLUSTER_ROLE_BINDING, binding, SERVER);
    }

    private static ArrayNode editing() {
        return rules(WORK, WRITE)
                .add(rule(List.of("secrets"), WRITE))
                .add(rule(List.of("pods/eviction", "pods/exec", "services/proxy"), List.of("create", "get")))
                .add(rule(List.of("namespaces"), READ));
    }

    private static ArrayNode all() {
        ArrayNode rules = rules(List.of("*"), List.of("*"));
        ObjectNode paths = rules.addObject();
        paths.putArray("verbs").add("*");
        paths.putArray("nonResourceURLs").add("*");
        return rules;
    }

    private static ArrayNode rules(List<String> resources, List<String> verbs) {
        return JsonNodeFactory.instance.arrayNode().add(rule(resources, verbs));
    }

    private static ObjectNode rule(List<String> resources, List<String> verbs) {
        ObjectNode rule = JsonNodeFactory.instance.objectNode();
        rule.putArray("apiGroups").add("*");
        resources.forEach(rule.putArray("resources")::add);
        verbs.forEach(rule.putArray("verbs")::add);
        return rule;
    }

    private static void create(ObjectStore store, String name, ArrayNode rules) {
        ObjectNode role = named(name);
        role.set("rules", rules);
        store.create(Kinds.CLUSTER_ROLE, role, SERVER);
    }

    private static ObjectNode named(String name) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.putObject("metadata").put("name", name);
        return object;
    }
}
