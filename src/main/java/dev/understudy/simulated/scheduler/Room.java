package dev.understudy.simulated.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a node has enough left of everything that a pod asks for. */
final class Room {
    private Room() {}

    /**
     * Returns what there is too little of.
     *
     * @param reserved pods that are about to come, for whom others were pushed aside
     */
    static Optional<Obstacle> obstacle(Guest guest, Place place, List<Guest> reserved) {
        List<String> reasons = new ArrayList<>();
        boolean lasting = false;
        long seats = place.allocatable().get("pods") / 1000;
        if (place.guests().size() + reserved.size() + 1 > seats) {
            reasons.add("Too many pods");
        }
        for (Map.Entry<String, Long> wanted : guest.demand().byName().entrySet()) {
            String resource = wanted.getKey();
            long all = place.allocatable().get(resource);
            long taken = place.used(resource)
                    + reserved.stream()
                            .mapToLong(each -> each.demand().get(resource))
                            .sum();
            if (wanted.getValue() > all - taken) {
                reasons.add("Insufficient " + resource);
                lasting |= wanted.getValue() > all;
            }
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(new Obstacle(reasons, lasting));
    }
}
