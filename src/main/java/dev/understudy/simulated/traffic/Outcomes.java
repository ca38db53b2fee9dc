package dev.understudy.simulated.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.simulated.network.Peer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What becomes of requests to each pod, worked out once. Pods that call each other in a circle are worked out together:
 * at first all of them count as well, and then each is worked out from the others, as often as there are apps in the
 * circle. So a failure gets all the way round, the calls go round once, and it does not matter who is asked first.
 * Circles are found as Tarjan does. Used by one thread at a time.
 */
final class Outcomes {
    private record Member(Object key, Peer pod) {}

    /** The pods of one app; there may be several, on several nodes. */
    private record App(String namespace, JsonNode labels) {}

    private final Function<Peer, Prospect> working;
    private final Map<Object, Prospect> known = new HashMap<>();
    /** Pods whose circle may reach back to one that is still being worked out. */
    private final List<Member> open = new ArrayList<>();

    private final Map<Object, Integer> places = new HashMap<>();
    /** The first place in {@link #open} that is known to be reached from the pod being worked out. */
    private int earliest;

    private Map<Object, Prospect> before = Map.of();

    /**
     * Knows nothing yet.
     *
     * @param working works out a pod, asking for every pod that it calls, whatever becomes of the calls
     */
    Outcomes(Function<Peer, Prospect> working) {
        this.working = working;
    }

    /**
     * Returns what becomes of requests to a pod.
     *
     * @param key equal for pods that answer alike
     */
    Prospect of(Object key, Peer pod) {
        Prospect settled = known.get(key);
        if (settled != null) {
            return settled;
        }
        Prospect earlier = before.get(key);
        if (earlier != null) {
            return earlier;
        }
        Integer place = places.get(key);
        if (place != null) {
            earliest = Math.min(earliest, place);
            return Prospect.WELL;
        }
        return find(key, pod);
    }

    private Prospect find(Object key, Peer pod) {
        int outer = earliest;
        int place = open.size();
        open.add(new Member(key, pod));
        places.put(key, place);
        earliest = place;
        Prospect first = working.apply(pod);
        if (earliest == place) {
            List<Member> circle = open.subList(place, open.size());
            known.putAll(circle.size() == 1 ? Map.of(key, first) : goneRound(List.copyOf(circle)));
            circle.forEach(each -> places.remove(each.key()));
            circle.clear();
        }
        earliest = Math.min(outer, earliest);
        return known.getOrDefault(key, first);
    }

    private Map<Object, Prospect> goneRound(List<Member> circle) {
        long apps = circle.stream()
                .map(each -> new App(each.pod().namespace(), each.pod().labels()))
                .distinct()
                .count();
        Map<Object, Prospect> latest = new HashMap<>();
        circle.forEach(each -> latest.put(each.key(), Prospect.WELL));
        for (long round = 0; round < apps; round++) {
            before = Map.copyOf(latest);
            circle.forEach(each -> latest.put(each.key(), working.apply(each.pod())));
        }
        before = Map.of();
        return latest;
    }
}
