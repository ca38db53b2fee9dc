package dev.understudy.simulated.scheduler;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Which of several nodes that fit is best for a pod. Every aspect gives up to a hundred points, weighted as the real
 * scheduler weighs them; where that leaves several, the one with the fewest pods, then the first by name.
 */
final class Preference {
    private static final double BEST = 100;
    private static final long LEAST_CPU = 100;
    private static final long LEAST_MEMORY = 200L * 1024 * 1024 * 1000;

    private final Guest guest;
    private final List<Place> fitting;
    private final Map<Place, Double> points = new HashMap<>();

    private Preference(Guest guest, List<Place> fitting) {
        this.guest = guest;
        this.fitting = fitting;
    }

    static Place best(Guest guest, List<Place> fitting, Collection<Place> all, NamespaceLabels namespaces) {
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        Preference preference = new Preference(guest, fitting);
        preference.judge(all, namespaces);
        return fitting.stream()
                .min(Comparator.comparingLong(
                                (Place place) -> -Math.round(preference.points.getOrDefault(place, 0.0) * 1000))
                        .thenComparingInt(place -> place.guests().size())
                        .thenComparing(Place::name))
                .orElseThrow();
    }

    private void judge(Collection<Place> all, NamespaceLabels namespaces) {
        add(1, this::leastAllocated);
        add(1, this::balanced);
        add(2, high(place -> NodeTerms.preference(guest.spec(), place)));
        add(3, low(this::untolerated));
        add(2, new SpreadPoints(guest, fitting, all)::of);
        if (NeighbourPoints.matter(guest, all)) {
            add(2, new NeighbourPoints(guest, fitting, all, namespaces)::of);
        }
    }

    private void add(int weight, ToDoubleFunction<Place> aspect) {
        fitting.forEach(place -> points.merge(place, weight * aspect.applyAsDouble(place), Double::sum));
    }

    /** Gives the largest value a hundred points and the others their share. */
    private ToDoubleFunction<Place> high(ToDoubleFunction<Place> value) {
        double most = fitting.stream().mapToDouble(value).max().orElse(0);
        return place -> most == 0 ? 0 : BEST * value.applyAsDouble(place) / most;
    }

    private ToDoubleFunction<Place> low(ToDoubleFunction<Place> value) {
        double most = fitting.stream().mapToDouble(value).max().orElse(0);
        return place -> most == 0 ? BEST : BEST - BEST * value.applyAsDouble(place) / most;
    }

    private double untolerated(Place place) {
        return place.taints().stream()
                .filter(taint -> taint.isSoft() && !taint.isToleratedBy(guest.spec()))
                .count();
    }

    private double leastAllocated(Place place) {
        return (BEST - BEST * share(place, "cpu", LEAST_CPU) + BEST - BEST * share(place, "memory", LEAST_MEMORY)) / 2;
    }

    private double balanced(Place place) {
        double difference = share(place, "cpu", LEAST_CPU) - share(place, "memory", LEAST_MEMORY);
        return BEST - BEST * Math.abs(difference) / 2;
    }

    /** Returns which part of a node is asked for once the pod is there; pods that ask for nothing count a little. */
    private double share(Place place, String resource, long least) {
        long all = place.allocatable().get(resource);
        long asked = place.used(resource)
                + guest.demand().get(resource)
                + least * place.silent(resource)
                + (guest.demand().get(resource) == 0 ? least : 0);
        return all == 0 ? 1 : Math.min(1, (double) asked / all);
    }
}
