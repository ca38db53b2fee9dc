package dev.understudy.guard;

import dev.understudy.cluster.Permission;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Permissions as the YAML of a Role for each namespace and a ClusterRole for the rest. */
public final class RoleManifest {
    private RoleManifest() {}

    /** Returns the manifests; equal permissions give equal text. */
    public static String of(SortedSet<Permission> permissions) {
        Map<String, SortedSet<Permission>> byNamespace = new TreeMap<>();
        permissions.forEach(p ->
                byNamespace.computeIfAbsent(p.namespace(), _ -> new TreeSet<>()).add(p));
        return byNamespace.entrySet().stream()
                .map(e -> manifest(e.getKey(), e.getValue()))
                .collect(Collectors.joining("---\n"));
    }

    private static String manifest(String namespace, SortedSet<Permission> permissions) {
        StringBuilder out = new StringBuilder("apiVersion: rbac.authorization.k8s.io/v1\n");
        if (namespace.isEmpty()) {
            out.append("kind: ClusterRole\nmetadata:\n  name: understudy\nrules:\n");
        } else {
            out.append("kind: Role\nmetadata:\n  name: understudy\n  namespace: ")
                    .append(namespace)
                    .append("\nrules:\n");
        }
        rules(permissions).forEach((rule, verbs) -> out.append(rule).append(verbs(verbs)));
        return out.toString();
    }

    /** Rules with equal objects become one, with all verbs. */
    private static Map<String, SortedSet<String>> rules(SortedSet<Permission> permissions) {
        Map<String, SortedSet<String>> rules = new LinkedHashMap<>();
        for (Permission p : permissions) {
            String resource = p.type().plural() + (p.subresource().isEmpty() ? "" : "/" + p.subresource());
            String names = p.name().isEmpty() ? "" : "    resourceNames: [" + p.name() + "]\n";
            String rule = "  - apiGroups: [\"" + p.type().group() + "\"]\n    resources: [" + resource + "]\n" + names;
            rules.computeIfAbsent(rule, _ -> new TreeSet<>()).add(p.verb());
        }
        return rules;
    }

    private static String verbs(SortedSet<String> verbs) {
        return "    verbs: [" + String.join(", ", verbs) + "]\n";
    }
}
