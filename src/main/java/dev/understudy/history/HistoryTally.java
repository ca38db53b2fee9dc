package dev.understudy.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a stretch of incident history adds up to. However many incidents there were, it stays small.
 *
 * @param from first moment of the stretch
 * @param to first moment after it
 * @param incidents how many opened in it
 * @param families how often each family of incidents came, most frequent first
 * @param counts who took part in what how often, in the order of service, class, kind and name
 * @param interruptions by responder in the order of names, by the Monday of a week (UTC), in how many incidents of that
 *     week the responder was drawn in
 * @param escalations by service in the order of names, by number of levels, how many incidents went up that far
 */
public record HistoryTally(
        Instant from,
        Instant to,
        long incidents,
        List<Family> families,
        List<Count> counts,
        Map<String, SortedMap<LocalDate, Integer>> interruptions,
        Map<String, SortedMap<Integer, Long>> escalations) {
    public HistoryTally {
        families = List.copyOf(families);
        counts = List.copyOf(counts);
        interruptions = Collections.unmodifiableSortedMap(new TreeMap<>(interruptions));
        escalations = Collections.unmodifiableSortedMap(new TreeMap<>(escalations));
    }

    /** Nothing happened, or nothing was imported. */
    public static HistoryTally empty(Instant from, Instant to) {
        return new HistoryTally(from, to, 0, List.of(), List.of(), Map.of(), Map.of());
    }

    /**
     * Returns in how many incidents of one class at one service anybody took one sort of part. Several people may have,
     * so it is not the sum of their counts; only of a family that does not tell is it taken for that sum, as if nobody
     * had worked together.
     */
    public long incidents(String service, String incidentClass, Participation.Kind kind) {
        return families.stream()
                .filter(f -> f.service().equals(service) && f.incidentClass().equals(incidentClass))
                .flatMap(f -> Stream.ofNullable(f.kinds().get(kind)))
                .findFirst()
                .orElseGet(() -> counts.stream()
                        .filter(c -> c.service().equals(service)
                                && c.incidentClass().equals(incidentClass)
                                && c.kind() == kind)
                        .mapToLong(Count::incidents)
                        .sum());
    }

    /**
     * Incidents of one class at one service.
     *
     * @param incidents how many opened
     * @param latest when the latest opened
     * @param kinds in how many of them anybody took each sort of part; an incident with several people counts once
     */
    public record Family(
            String service, String incidentClass, long incidents, Instant latest, Map<Participation.Kind, Long> kinds) {
        public Family {
            kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
        }

        /** One that does not tell in how many incidents which part was taken. */
        public Family(String service, String incidentClass, long incidents, Instant latest) {
            this(service, incidentClass, incidents, latest, Map.of());
        }
    }

    /**
     * How often one responder took one sort of part in one family.
     *
     * @param incidents in how many incidents; an incident counts once
     */
    public record Count(
            String service, String incidentClass, Participation.Kind kind, String responder, long incidents) {}
}
