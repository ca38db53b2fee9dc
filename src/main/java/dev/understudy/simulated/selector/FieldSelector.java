package dev.understudy.simulated.selector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Selects objects by the few fields that the server offers for their kind: {@code a=b}, {@code a!=b}, with commas. */
public final class FieldSelector {
    private static final Set<String> EVERY_KIND = Set.of("metadata.name", "metadata.namespace");
    private static final Map<String, Set<String>> MORE = Map.of(
            "Pod",
            Set.of(
                    "spec.nodeName",
                    "spec.restartPolicy",
                    "spec.schedulerName",
                    "spec.serviceAccountName",
                    "spec.hostNetwork",
                    "status.phase",
                    "status.podIP",
                    "status.nominatedNodeName"),
            "Node",
            Set.of("spec.unschedulable"),
            "Namespace",
            Set.of("status.phase"),
            "Secret",
            Set.of("type"),
            "Service",
            Set.of("spec.clusterIP", "spec.type"),
            "ReplicaSet",
            Set.of("status.replicas"),
            "Job",
            Set.of("status.successful"),
            "Event",
            Set.of(
                    "involvedObject.kind",
                    "involvedObject.namespace",
                    "involvedObject.name",
                    "involvedObject.uid",
                    "involvedObject.apiVersion",
                    "involvedObject.resourceVersion",
                    "involvedObject.fieldPath",
                    "reason",
                    "reportingComponent",
                    "source",
                    "type"));

    private record Requirement(String field, boolean equal, String value) {
        boolean matches(ObjectNode object) {
            return read(object).equals(value) == equal;
        }

        private String read(ObjectNode object) {
            if (field.equals("source")) {
                return object.path("source").path("component").asText("");
            }
            JsonNode found = object.at("/" + field.replace('.', '/'));
            boolean flag = field.equals("spec.unschedulable") || field.equals("spec.hostNetwork");
            return found.isMissingNode() && flag ? "false" : found.asText("");
        }
    }

    private final List<Requirement> requirements;

    private FieldSelector(List<Requirement> requirements) {
        this.requirements = List.copyOf(requirements);
    }

    /**
     * Reads a selector for objects of a kind; an empty one selects everything.
     *
     * @throws BadSelector when it cannot be read, or names a field that the kind does not offer
     */
    public static FieldSelector parse(String kind, String text) {
        List<Requirement> requirements = new ArrayList<>();
        for (String part : text.isBlank() ? List.<String>of() : List.of(text.split(","))) {
            Requirement requirement = requirement(part.strip());
            if (!EVERY_KIND.contains(requirement.field())
                    && !MORE.getOrDefault(kind, Set.of()).contains(requirement.field())) {
                throw unknown(kind, requirement.field());
            }
            requirements.add(requirement);
        }
        return new FieldSelector(requirements);
    }

    private static BadSelector unknown(String kind, String field) {
        if (kind.equals("Job")) {
            return new BadSelector("field label \"" + field + "\" not supported for Job");
        }
        return new BadSelector(
                MORE.containsKey(kind)
                        ? "field label not supported: " + field
                        : "\"" + field
                                + "\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"");
    }

    /** Tells whether an object is selected. */
    public boolean matches(ObjectNode object) {
        return requirements.stream().allMatch(requirement -> requirement.matches(object));
    }

    private static Requirement requirement(String text) {
        int at = text.indexOf('=');
        if (at < 1) {
            throw new BadSelector("invalid selector: '" + text + "'; can't understand '" + text + "'");
        }
        boolean equal = text.charAt(at - 1) != '!';
        String field = text.substring(0, equal ? at : at - 1);
        String value = text.substring(at + (text.startsWith("==", at) ? 2 : 1));
        return new Requirement(field, equal, value);
    }
}
