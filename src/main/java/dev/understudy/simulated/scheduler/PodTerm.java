package dev.understudy.simulated.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.simulated.rules.LabelMatch;
import java.util.ArrayList;
import java.util.List;

/**
 * One term of pod affinity or anti-affinity: near or far from which pods, and what near means.
 *
 * @param owner the pod that has the term, whose namespace counts where the term names none
 * @param weight how much a preferred term counts, 1 for a required one
 */
record PodTerm(Guest owner, JsonNode term, int weight) {
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

    /**
     * Reads the required terms of a pod.
     *
     * @param side {@code podAffinity} or {@code podAntiAffinity}
     */
    static List<PodTerm> required(Guest owner, String side) {
        List<PodTerm> terms = new ArrayList<>();
        for (JsonNode term : owner.spec().path("affinity").path(side).path(REQUIRED)) {
            terms.add(new PodTerm(owner, term, 1));
        }
        return terms;
    }

    static List<PodTerm> preferred(Guest owner, String side) {
        List<PodTerm> terms = new ArrayList<>();
        for (JsonNode term : owner.spec().path("affinity").path(side).path(PREFERRED)) {
            terms.add(new PodTerm(
                    owner, term.path("podAffinityTerm"), term.path("weight").asInt()));
        }
        return terms;
    }

    String topologyKey() {
        return term.path("topologyKey").asText();
    }

    /** Tells whether the term means a pod. */
    boolean means(Guest other, NamespaceLabels namespaces) {
        return inNamespace(other.key().namespace(), namespaces)
                && term.has("labelSelector")
                && LabelMatch.matches(term.path("labelSelector"), other.labels())
                && sameValues("matchLabelKeys", other, true)
                && sameValues("mismatchLabelKeys", other, false);
    }

    private boolean inNamespace(String namespace, NamespaceLabels namespaces) {
        JsonNode selector = term.path("namespaceSelector");
        JsonNode named = term.path("namespaces");
        if (selector.isMissingNode() && named.isEmpty()) {
            return namespace.equals(owner.key().namespace());
        }
        for (JsonNode each : named) {
            if (each.asText().equals(namespace)) {
                return true;
            }
        }
        return !selector.isMissingNode() && LabelMatch.matches(selector, namespaces.of(namespace));
    }

    private boolean sameValues(String field, Guest other, boolean wanted) {
        for (JsonNode key : term.path(field)) {
            JsonNode own = owner.labels().path(key.asText());
            if (!own.isMissingNode() && own.equals(other.labels().path(key.asText())) != wanted) {
                return false;
            }
        }
        return true;
    }
}
