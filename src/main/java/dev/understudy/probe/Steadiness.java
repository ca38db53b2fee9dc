package dev.understudy.probe;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a set of probes says together: steady while all of them are good. Only turns matter, so only the latest reading
 * of another quality than the one before is kept for each.
 *
 * @param latest by probe name the reading with which its present quality began; a probe that has not read is absent
 * @param probes names of all probes
 */
public record Steadiness(Set<String> probes, Map<String, Reading> latest) {
    /** Of two at the same moment the name decides, so that the same readings always give the same answer. */
    private static final Comparator<Reading> IN_TIME =
            Comparator.comparing(Reading::at).thenComparing(Reading::probe);

    public Steadiness {
        probes = Set.copyOf(probes);
        latest = Map.copyOf(latest);
    }

    /** Nothing read yet. */
    public static Steadiness of(Set<String> probes) {
        return new Steadiness(probes, Map.of());
    }

    /** Tells whether this reading says something new; one from before the present quality began comes too late. */
    public boolean turns(Reading reading) {
        Reading before = latest.get(reading.probe());
        return probes.contains(reading.probe())
                && (before == null
                        || (before.quality() != reading.quality() && before.at().compareTo(reading.at()) <= 0));
    }

    /** The same after a reading; one that says nothing new changes nothing. */
    public Steadiness after(Reading reading) {
        if (!turns(reading)) {
            return this;
        }
        Map<String, Reading> next = new LinkedHashMap<>(latest);
        next.put(reading.probe(), reading);
        return new Steadiness(probes, next);
    }

    /** Returns the reading that made all probes good, or empty while one of them is not. */
    public Optional<Reading> steadySince() {
        if (probes.isEmpty() || latest.size() < probes.size() || !all(Quality.GOOD)) {
            return Optional.empty();
        }
        return latest.values().stream().max(IN_TIME);
    }

    /** Returns since when all probes have been good without a break, if that is at least {@code sustained} ago. */
    public Optional<Reading> sustained(Duration sustained, Duration now) {
        return steadySince().filter(start -> start.at().plus(sustained).compareTo(now) <= 0);
    }

    /** Returns the first probe to have turned to this quality and still be of it. */
    public Optional<Reading> first(Quality quality) {
        return latest.values().stream().filter(r -> r.quality() == quality).min(IN_TIME);
    }

    private boolean all(Quality quality) {
        return latest.values().stream().allMatch(r -> r.quality() == quality);
    }
}
