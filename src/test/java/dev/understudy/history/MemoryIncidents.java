package dev.understudy.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Incidents in memory. */
public final class MemoryIncidents implements Incidents {
    private static final Comparator<Incident> IN_TIME = Comparator.comparing(Incident::opened)
            .thenComparing(Incident::source)
            .thenComparing(Incident::id);

    private final Map<String, Incident> incidents = new LinkedHashMap<>();

    @Override
    public synchronized List<Added> add(List<Incident> more) {
        List<Added> results = new ArrayList<>();
        for (Incident incident : more) {
            Incident there = incidents.putIfAbsent(incident.source() + " " + incident.id(), incident);
            results.add(there == null ? Added.NEW : same(there, incident) ? Added.SAME : Added.CONFLICT);
        }
        return results;
    }

    private static boolean same(Incident one, Incident other) {
        return new HashSet<>(one.participations()).equals(new HashSet<>(other.participations()))
                && bare(one).equals(bare(other));
    }

    private static Incident bare(Incident incident) {
        return new Incident(
                incident.source(),
                incident.id(),
                incident.service(),
                incident.incidentClass(),
                incident.opened(),
                incident.acknowledged(),
                incident.resolved(),
                incident.escalations(),
                List.of());
    }

    @Override
    public synchronized void each(Instant from, Instant to, Consumer<Incident> receiver) {
        incidents.values().stream()
                .filter(i -> !i.opened().isBefore(from) && i.opened().isBefore(to))
                .sorted(IN_TIME)
                .forEach(receiver);
    }

    @Override
    public synchronized long count() {
        return incidents.size();
    }

    @Override
    public synchronized SortedMap<String, Long> sources() {
        return incidents.values().stream()
                .collect(Collectors.groupingBy(Incident::source, TreeMap::new, Collectors.counting()));
    }

    @Override
    public synchronized long forget(String source) {
        long before = count();
        incidents.values().removeIf(incident -> incident.source().equals(source));
        return before - count();
    }
}
