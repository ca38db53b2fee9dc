package dev.understudy.simulated.scheduler;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * How well a node helps a pod's siblings to be spread, by the constraints that should be kept; a pod without any is
 * spread over nodes and, less strictly, over zones.
 */
final class SpreadPoints {
    private static final String HOST = "kubernetes.io/hostname";
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final int HOST_SKEW = 3;
    private static final int ZONE_SKEW = 5;

    private final Map<Place, Double> crowded = new HashMap<>();
    private double least = Double.MAX_VALUE;
    private double most;

    SpreadPoints(Guest guest, List<Place> fitting, Collection<Place> all) {
        if (guest.spec().path("topologySpreadConstraints").isEmpty()) {
            if (!guest.siblings().isEmpty()) {
                byDefault(guest, fitting, all);
            }
        } else {
            for (Spread spread : Spread.of(guest, all, false)) {
                add(
                        fitting,
                        spread.topologyKey(),
                        spread.maxSkew(),
                        place -> spread.counts().getOrDefault(place.label(spread.topologyKey()), 0));
            }
        }
        crowded.values().forEach(value -> {
            least = Math.min(least, Math.round(value));
            most = Math.max(most, Math.round(value));
        });
    }

    private void byDefault(Guest guest, List<Place> fitting, Collection<Place> all) {
        add(fitting, HOST, HOST_SKEW, place -> place.siblings(guest.siblings()));
        Map<String, Integer> zones = new HashMap<>();
        all.forEach(place -> zones.merge(place.label(ZONE), place.siblings(guest.siblings()), Integer::sum));
        if (!zones.keySet().equals(Set.of(""))) {
            add(fitting, ZONE, ZONE_SKEW, place -> zones.getOrDefault(place.label(ZONE), 0));
        }
    }

    /** Many domains make each pod in one of them weigh more. */
    private void add(List<Place> fitting, String key, int maxSkew, ToIntFunction<Place> count) {
        long domains =
                fitting.stream().map(place -> place.label(key)).distinct().count();
        double weight = Math.log(domains + 2.0);
        fitting.forEach(place -> crowded.merge(place, count.applyAsInt(place) * weight + maxSkew - 1, Double::sum));
    }

    double of(Place place) {
        Double own = crowded.get(place);
        return own == null || most == 0 ? 100 : Math.floor(100 * (most + least - Math.round(own)) / most);
    }
}
