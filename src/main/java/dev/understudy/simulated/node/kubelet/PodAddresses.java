package dev.understudy.simulated.node.kubelet;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Hands out addresses in 10.244.0.0/16, one for each pod, and the released ones again when all have been used. */
final class PodAddresses {
    private static final int FIRST = 2;
    private static final int LAST = 0xfffe;

    private final Map<String, Integer> byPod = new HashMap<>();
    private final TreeSet<Integer> released = new TreeSet<>();
    private int next = FIRST;

    String of(String uid) {
        int number = byPod.computeIfAbsent(uid, _ -> take());
        return "10.244." + (number >> 8) + "." + (number & 0xff);
    }

    private int take() {
        if (next <= LAST) {
            return next++;
        }
        Integer again = released.pollFirst();
        if (again == null) {
            throw new IllegalStateException("no address is left for another pod");
        }
        return again;
    }

    void release(String uid) {
        Integer number = byPod.remove(uid);
        if (number != null) {
            released.add(number);
        }
    }
}
