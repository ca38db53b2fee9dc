package dev.understudy.simulated.node;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * When each pod came to each stage of its life, finer than the whole seconds of its status. Kept in memory: after a
 * restart a stage begins anew.
 */
final class Moments {
    /** A stage that lasts for a while. */
    enum Stage {
        CREATING,
        RUNNING,
        PULL_FAILED,
        STOPPING
    }

    private final InstantSource clock;
    private final Map<String, Map<Stage, Instant>> byPod = new HashMap<>();

    Moments(InstantSource clock) {
        this.clock = clock;
    }

    /** Returns since when the pod is in a stage; from now on if it has not been before. */
    Instant since(String uid, Stage stage) {
        return byPod.computeIfAbsent(uid, _ -> new EnumMap<>(Stage.class)).computeIfAbsent(stage, _ -> clock.instant());
    }

    boolean has(String uid, Stage stage) {
        return byPod.getOrDefault(uid, Map.of()).containsKey(stage);
    }

    void forget(String uid) {
        byPod.remove(uid);
    }
}
