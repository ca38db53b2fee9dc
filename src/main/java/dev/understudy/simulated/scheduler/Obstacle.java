package dev.understudy.simulated.scheduler;

import java.util.List;

/**
 * What keeps a pod off a node.
 *
 * @param reasons in the scheduler's words, as it counts them over nodes
 * @param lasting whether it stays though other pods of the node went
 */
record Obstacle(List<String> reasons, boolean lasting) {
    static Obstacle lasting(String reason) {
        return new Obstacle(List.of(reason), true);
    }

    static Obstacle passing(String reason) {
        return new Obstacle(List.of(reason), false);
    }
}
