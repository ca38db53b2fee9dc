package dev.understudy.independence;

import static dev.understudy.independence.Contribution.ACKNOWLEDGED;
import static dev.understudy.independence.Contribution.CHANGED;
import static dev.understudy.independence.Contribution.RESOLVED;
import static dev.understudy.independence.Contribution.WORKED;

import dev.understudy.history.HistoryTally;
import dev.understudy.history.Participation;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Collects the concentrations of one service, each kind of evidence for itself. */
final class Concentrations {
    /** From what tells best who keeps a service going to what tells least. */
    private static final List<Contribution> TELLING =
            List.of(CHANGED, WORKED, ACKNOWLEDGED, Contribution.LED, RESOLVED);

    private final Map<Contribution, Map<String, Long>> counts = new EnumMap<>(Contribution.class);
    /** In how many incidents anybody took a part; nobody leads a drill together with another. */
    private final Map<Contribution, Long> incidents = new EnumMap<>(Contribution.class);

    private record Part(String incidentClass, Participation.Kind kind) {}

    /**
     * Counts.
     *
     * @param led drills whose lead counts
     */
    Concentrations(String service, HistoryTally history, List<DrillResult> led) {
        history.counts().stream()
                .filter(c -> c.service().equals(service) && c.incidents() > 0)
                .forEach(c -> add(Contribution.of(c.kind()), c.responder(), c.incidents()));
        history.counts().stream()
                .filter(c -> c.service().equals(service) && c.incidents() > 0)
                .map(c -> new Part(c.incidentClass(), c.kind()))
                .distinct()
                .forEach(part -> incidents.merge(
                        Contribution.of(part.kind()),
                        history.incidents(service, part.incidentClass(), part.kind()),
                        Long::sum));
        led.stream().flatMap(d -> Stream.ofNullable(d.lead())).forEach(this::led);
    }

    private void led(String lead) {
        add(Contribution.LED, lead, 1);
        incidents.merge(Contribution.LED, 1L, Long::sum);
    }

    private void add(Contribution kind, String responder, long count) {
        counts.computeIfAbsent(kind, k -> new TreeMap<>()).merge(responder, count, Long::sum);
    }

    /** Returns one for each kind of which there is any, drills led last. */
    List<Concentration> all() {
        return counts.entrySet().stream()
                .map(e -> Concentration.of(e.getKey(), e.getValue(), incidents.getOrDefault(e.getKey(), 0L)))
                .toList();
    }

    /** Returns the most telling one that has enough to say something, else the most telling there is. */
    static Optional<Concentration> headline(List<Concentration> all) {
        return all.stream()
                .filter(c -> TELLING.contains(c.kind()))
                .min(Comparator.comparing((Concentration c) -> c.incidents() < Concentration.FEWEST)
                        .thenComparingInt(c -> TELLING.indexOf(c.kind())));
    }

    /** Returns on whom real incidents rest beyond doubt; who only closes them does not count. */
    static Stream<String> heroes(List<Concentration> all, List<String> closers) {
        return all.stream()
                .filter(c -> c.flag() == Concentration.Flag.RED && c.kind() != Contribution.LED)
                .filter(c -> c.kind() != RESOLVED || !closers.contains(c.top()))
                .map(Concentration::top);
    }
}
