package dev.understudy.simulated.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Decides by the roles and bindings in the store, and by what every authenticated user may. */
public final class Permissions {
    private static final Set<String> REVIEWS =
            Set.of("selfsubjectaccessreviews", "selfsubjectrulesreviews", "selfsubjectreviews");

    private final ObjectStore store;

    public Permissions(ObjectStore store) {
        this.store = store;
    }

    /** Tells whether the caller may do it. */
    public boolean allow(Caller caller, Deed deed) {
        if (caller.groups().contains("system:masters") || isForEverybody(deed)) {
            return true;
        }
        return rules(caller, deed.namespace()).stream().anyMatch(rule -> Rule.permits(rule, deed));
    }

    /** Returns every rule that holds for the caller in a namespace; of cluster roles only when it is empty. */
    public List<JsonNode> rules(Caller caller, String namespace) {
        List<JsonNode> rules = new ArrayList<>();
        for (ObjectNode binding : store.view(Kinds.CLUSTER_ROLE_BINDING, "").toList()) {
            collect(caller, binding, "", rules);
        }
        if (!namespace.isEmpty()) {
            for (ObjectNode binding : store.view(Kinds.ROLE_BINDING, namespace).toList()) {
                collect(caller, binding, namespace, rules);
            }
        }
        return rules;
    }

    private void collect(Caller caller, ObjectNode binding, String namespace, List<JsonNode> rules) {
        for (JsonNode subject : binding.path("subjects")) {
            if (isMeant(caller, subject, namespace)) {
                JsonNode reference = binding.path("roleRef");
                boolean wide = reference.path("kind").asText().equals("ClusterRole");
                Kind kind = wide ? Kinds.CLUSTER_ROLE : Kinds.ROLE;
                store.view(kind, wide ? "" : namespace, reference.path("name").asText())
                        .ifPresent(role -> role.path("rules").forEach(rules::add));
                return;
            }
        }
    }

    private static boolean isMeant(Caller caller, JsonNode subject, String namespace) {
        String name = subject.path("name").asText();
        return switch (subject.path("kind").asText()) {
            case "User" -> caller.name().equals(name);
            case "Group" -> caller.groups().contains(name);
            case "ServiceAccount" ->
                caller.name()
                        .equals("system:serviceaccount:"
                                + subject.path("namespace").asText(namespace) + ":" + name);
            default -> false;
        };
    }

    /** Discovery, health, questions about oneself, and the audit stream, which stands for a webhook outside. */
    private static boolean isForEverybody(Deed deed) {
        if (deed.path().isEmpty()) {
            return deed.verb().equals("create") && REVIEWS.contains(deed.resource());
        }
        String first = deed.path().split("/", 3)[1];
        return deed.verb().equals("get")
                && Set.of("api", "apis", "openapi", "version", "healthz", "livez", "readyz", "understudy")
                        .contains(first);
    }
}
