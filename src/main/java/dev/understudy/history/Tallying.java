package dev.understudy.history;

import dev.understudy.history.HistoryTally.Count;
import dev.understudy.history.HistoryTally.Family;
import dev.understudy.history.Participation.Kind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Adds incidents up, one by one. What it keeps grows with the number of families and responders, and with the weeks, but
 * not with the number of incidents. For one thread.
 */
public final class Tallying implements Consumer<Incident> {
    private static final Comparator<Count> IN_ORDER = Comparator.comparing(Count::service)
            .thenComparing(Count::incidentClass)
            .thenComparing(Count::kind)
            .thenComparing(Count::responder);

    private static final Comparator<Family> MOST_FREQUENT = Comparator.comparingLong(Family::incidents)
            .reversed()
            .thenComparing(Family::service)
            .thenComparing(Family::incidentClass);

    private final Instant from;
    private final Instant to;
    private long incidents;
    private final Map<Name, Family> families = new HashMap<>();
    private final Map<Part, Long> counts = new HashMap<>();
    private final Map<Name, Map<Kind, Long>> kinds = new HashMap<>();
    private final Map<String, SortedMap<LocalDate, Integer>> interruptions = new TreeMap<>();
    private final Map<String, SortedMap<Integer, Long>> escalations = new TreeMap<>();

    private record Name(String service, String incidentClass) {}

    private record Part(Name family, Kind kind, String responder) {}

    /**
     * @param from first moment of the stretch
     * @param to first moment after it; incidents that opened outside are passed over
     */
    public Tallying(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    /** Adds up what a store holds of a stretch of time. */
    public static HistoryTally of(Incidents incidents, Instant from, Instant to) {
        Tallying tallying = new Tallying(from, to);
        incidents.each(from, to, tallying);
        return tallying.tally();
    }

    @Override
    public void accept(Incident incident) {
        if (incident.opened().isBefore(from) || !incident.opened().isBefore(to)) {
            return;
        }
        incidents++;
        Name name = new Name(incident.service(), incident.incidentClass());
        families.merge(name, family(name, incident.opened()), Tallying::together);
        incident.participations().forEach(p -> counts.merge(new Part(name, p.kind(), p.responder()), 1L, Long::sum));
        Map<Kind, Long> told = kinds.computeIfAbsent(name, _ -> new EnumMap<>(Kind.class));
        incident.participations().stream()
                .map(Participation::kind)
                .distinct()
                .forEach(kind -> told.merge(kind, 1L, Long::sum));
        escalations
                .computeIfAbsent(incident.service(), _ -> new TreeMap<>())
                .merge(incident.escalations(), 1L, Long::sum);
        interrupt(incident);
    }

    private static Family family(Name name, Instant opened) {
        return new Family(name.service(), name.incidentClass(), 1, opened);
    }

    private static Family together(Family one, Family other) {
        Instant latest = one.latest().isAfter(other.latest()) ? one.latest() : other.latest();
        return new Family(one.service(), one.incidentClass(), one.incidents() + other.incidents(), latest);
    }

    /** Who only closed an incident was not called away from anything. */
    private void interrupt(Incident incident) {
        LocalDate week = LocalDate.ofInstant(incident.opened(), ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Set<String> drawnIn = new HashSet<>();
        for (Participation part : incident.participations()) {
            if (part.kind() != Kind.RESOLVED && drawnIn.add(part.responder())) {
                interruptions
                        .computeIfAbsent(part.responder(), _ -> new TreeMap<>())
                        .merge(week, 1, Integer::sum);
            }
        }
    }

    /** Returns what everything so far adds up to. */
    public HistoryTally tally() {
        TreeSet<Count> ordered = new TreeSet<>(IN_ORDER);
        counts.forEach((part, times) -> ordered.add(new Count(
                part.family().service(), part.family().incidentClass(), part.kind(), part.responder(), times)));
        List<Family> frequent =
                families.values().stream().map(this::told).sorted(MOST_FREQUENT).toList();
        return new HistoryTally(
                from, to, incidents, frequent, List.copyOf(ordered), copy(interruptions), copy(escalations));
    }

    private Family told(Family family) {
        Map<Kind, Long> of = kinds.getOrDefault(new Name(family.service(), family.incidentClass()), Map.of());
        return new Family(family.service(), family.incidentClass(), family.incidents(), family.latest(), of);
    }

    private static <K, V> Map<String, SortedMap<K, V>> copy(Map<String, SortedMap<K, V>> nested) {
        Map<String, SortedMap<K, V>> copy = new TreeMap<>();
        nested.forEach((key, inner) -> copy.put(key, new TreeMap<>(inner)));
        return copy;
    }
}
