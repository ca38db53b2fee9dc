package dev.understudy.simulated.access;

import com.fasterxml.jackson.databind.JsonNode;

/** One rule of a role: verbs on resources of groups, perhaps of some names only, or on paths. */
final class Rule {
    private Rule() {}

    static boolean permits(JsonNode rule, Deed deed) {
        if (!holds(rule.path("verbs"), deed.verb())) {
            return false;
        }
        if (!deed.path().isEmpty()) {
            return holdsPath(rule.path("nonResourceURLs"), deed.path());
        }
        JsonNode names = rule.path("resourceNames");
        return holds(rule.path("apiGroups"), deed.group())
                && holdsResource(rule.path("resources"), deed)
                && (names.isEmpty() || lists(names, deed.name()));
    }

    private static boolean holdsResource(JsonNode resources, Deed deed) {
        // "*/scale" stands for the subresource of every resource.
        return holds(resources, deed.fullResource())
                || !deed.subresource().isEmpty() && lists(resources, "*/" + deed.subresource());
    }

    private static boolean holdsPath(JsonNode paths, String path) {
        for (JsonNode allowed : paths) {
            String text = allowed.asText();
            boolean prefix = text.endsWith("*") && path.startsWith(text.substring(0, text.length() - 1));
            if (prefix || text.equals(path)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(JsonNode list, String value) {
        return lists(list, "*") || lists(list, value);
    }

    private static boolean lists(JsonNode list, String value) {
        for (JsonNode each : list) {
            if (each.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }
}
