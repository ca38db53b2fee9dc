package dev.understudy.simulated.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Refuses roles and bindings that would give somebody more than the caller has, unless the caller may {@code escalate}
 * that role or {@code bind} it.
 */
public final class Escalation {
    private static final String GROUP = "rbac.authorization.k8s.io";

    private final ObjectStore store;
    private final Permissions permissions;

    public Escalation(ObjectStore store, Permissions permissions) {
        this.store = store;
        this.permissions = permissions;
    }

    /** Throws 403 with every permission that the caller lacks; objects of other kinds pass. */
    public void check(Caller caller, Kind kind, ObjectNode proposed) {
        String namespace = kind.namespaced() ? Meta.namespace(proposed) : "";
        if (kind.equals(Kinds.ROLE) || kind.equals(Kinds.CLUSTER_ROLE)) {
            if (!may(caller, "escalate", kind, namespace, Meta.name(proposed))) {
                check(caller, kind, namespace, Meta.name(proposed), proposed.path("rules"));
            }
        } else if (kind.equals(Kinds.ROLE_BINDING) || kind.equals(Kinds.CLUSTER_ROLE_BINDING)) {
            JsonNode reference = proposed.path("roleRef");
            String role = reference.path("name").asText("");
            boolean wide = reference.path("kind").asText("").equals("ClusterRole");
            Kind named = wide ? Kinds.CLUSTER_ROLE : Kinds.ROLE;
            if (!may(caller, "bind", named, namespace, role)) {
                ObjectNode found =
                        store.get(named, wide ? "" : namespace, role).orElseThrow(() -> Refusals.notFound(named, role));
                check(caller, kind, namespace, Meta.name(proposed), found.path("rules"));
            }
        }
    }

    private boolean may(Caller caller, String verb, Kind role, String namespace, String name) {
        return permissions.allow(caller, new Deed(verb, GROUP, role.plural(), "", namespace, name, ""));
    }

    private void check(Caller caller, Kind kind, String namespace, String name, JsonNode wanted) {
        List<JsonNode> held = permissions.rules(caller, namespace);
        // What is missing, by what it is about; the verbs are gathered.
        Map<String, Set<String>> missing = new TreeMap<>();
        for (JsonNode rule : wanted) {
            for (Deed deed : deeds(rule)) {
                if (held.stream().noneMatch(own -> Rule.permits(own, deed))) {
                    missing.computeIfAbsent(about(deed), about -> new TreeSet<>())
                            .add(deed.verb());
                }
            }
        }
        if (!missing.isEmpty()) {
            throw Refusals.forbidden(kind, name, words(caller, missing), List.of());
        }
    }

    /** Takes a rule apart into the single things that it allows. */
    private static List<Deed> deeds(JsonNode rule) {
        List<Deed> deeds = new ArrayList<>();
        for (JsonNode verb : rule.path("verbs")) {
            for (JsonNode path : rule.path("nonResourceURLs")) {
                deeds.add(Deed.onPath(verb.asText(), path.asText()));
            }
            for (JsonNode group : rule.path("apiGroups")) {
                for (JsonNode resource : rule.path("resources")) {
                    List<String> names = new ArrayList<>();
                    rule.path("resourceNames").forEach(each -> names.add(each.asText()));
                    (names.isEmpty() ? List.of("") : names)
                            .forEach(each -> deeds.add(deed(verb.asText(), group.asText(), resource.asText(), each)));
                }
            }
        }
        return deeds;
    }

    private static Deed deed(String verb, String group, String resource, String name) {
        String[] parts = resource.split("/", 2);
        return new Deed(verb, group, parts[0], parts.length > 1 ? parts[1] : "", "", name, "");
    }

    private static String about(Deed deed) {
        if (!deed.path().isEmpty()) {
            return "NonResourceURLs:[\"" + deed.path() + "\"]";
        }
        String names = deed.name().isEmpty() ? "" : ", ResourceNames:[\"" + deed.name() + "\"]";
        return "APIGroups:[\"" + deed.group() + "\"], Resources:[\"" + deed.fullResource() + "\"]" + names;
    }

    private static String words(Caller caller, Map<String, Set<String>> missing) {
        return "user \"" + caller.name() + "\" (groups=[" + quoted(caller.groups())
                + "]) is attempting to grant RBAC permissions not currently held:\n"
                + missing.entrySet().stream()
                        .map(each -> "{" + each.getKey() + ", Verbs:[" + quoted(each.getValue()) + "]}")
                        .collect(Collectors.joining("\n"));
    }

    private static String quoted(Iterable<String> texts) {
        List<String> quoted = new ArrayList<>();
        texts.forEach(text -> quoted.add("\"" + text + "\""));
        return String.join(" ", quoted);
    }
}
