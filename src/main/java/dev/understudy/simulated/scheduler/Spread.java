package dev.understudy.simulated.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.simulated.rules.LabelMatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One topology spread constraint of a pod, with the pods that it counts in each domain.
 *
 * @param counts pods that match, by the value of the topology label; domains without any have zero
 */
record Spread(Guest guest, JsonNode constraint, Map<String, Integer> counts) {
    private static final String HARD = "DoNotSchedule";

    /** Counts for the constraints of a pod that must be kept, or that should be. */
    static List<Spread> of(Guest guest, Collection<Place> places, boolean hard) {
        List<JsonNode> constraints = new ArrayList<>();
        for (JsonNode constraint : guest.spec().path("topologySpreadConstraints")) {
            if (constraint.path("whenUnsatisfiable").asText(HARD).equals(HARD) == hard) {
                constraints.add(constraint);
            }
        }
        return constraints.stream()
                .map(constraint -> new Spread(guest, constraint, count(guest, constraint, constraints, places)))
                .toList();
    }

    private static Map<String, Integer> count(
            Guest guest, JsonNode constraint, List<JsonNode> all, Collection<Place> places) {
        Map<String, Integer> counts = new HashMap<>();
        for (Place place : places) {
            boolean labelled = all.stream()
                    .allMatch(
                            each -> place.labels().has(each.path("topologyKey").asText()));
            if (labelled && counts(guest, constraint, place)) {
                int matching = (int) place.guests().stream()
                        .filter(other -> !other.terminating() && isMeant(guest, constraint, other))
                        .count();
                counts.merge(place.label(constraint.path("topologyKey").asText()), matching, Integer::sum);
            }
        }
        return counts;
    }

    private static boolean counts(Guest guest, JsonNode constraint, Place place) {
        boolean reachable =
                constraint.path("nodeAffinityPolicy").asText("Honor").equals("Ignore")
                        || NodeTerms.allow(guest.spec(), place);
        boolean tolerable =
                !constraint.path("nodeTaintsPolicy").asText("Ignore").equals("Honor")
                        || place.taints().stream()
                                .allMatch(taint -> taint.isSoft() || taint.isToleratedBy(guest.spec()));
        return reachable && tolerable;
    }

    private static boolean isMeant(Guest guest, JsonNode constraint, Guest other) {
        if (!other.key().namespace().equals(guest.key().namespace())
                || !constraint.has("labelSelector")
                || !LabelMatch.matches(constraint.path("labelSelector"), other.labels())) {
            return false;
        }
        for (JsonNode key : constraint.path("matchLabelKeys")) {
            JsonNode own = guest.labels().path(key.asText());
            if (!own.isMissingNode() && !own.equals(other.labels().path(key.asText()))) {
                return false;
            }
        }
        return true;
    }

    String topologyKey() {
        return constraint.path("topologyKey").asText();
    }

    int maxSkew() {
        return constraint.path("maxSkew").asInt(1);
    }

    /** Tells whether one more pod in the domain of a node keeps the numbers close enough. */
    boolean allows(Place place) {
        int least = counts.size() < constraint.path("minDomains").asInt(1)
                ? 0
                : counts.values().stream().min(Integer::compare).orElse(0);
        int own = isMeant(guest, constraint, guest) ? 1 : 0;
        return counts.getOrDefault(place.label(topologyKey()), 0) + own - least <= maxSkew();
    }
}
