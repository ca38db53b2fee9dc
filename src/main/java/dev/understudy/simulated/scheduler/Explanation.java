package dev.understudy.simulated.scheduler;

import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says over all nodes why a pod has to wait, as {@code kubectl describe} shows it. */
final class Explanation {
    static final String NO_NODES = "no nodes available to schedule pods";

    private Explanation() {}

    /** Counts the reasons: {@code 0/4 nodes are available: 1 Insufficient cpu, 3 node(s) were unschedulable.} */
    static String of(int nodes, Collection<Obstacle> obstacles) {
        Map<String, Long> counted = obstacles.stream()
                .flatMap(obstacle -> obstacle.reasons().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Stream<String> lines = counted.entrySet().stream().map(each -> each.getValue() + " " + each.getKey());
        return of(nodes, String.join(", ", lines.collect(Collectors.toCollection(TreeSet::new))));
    }

    private static String of(int nodes, String reasons) {
        return "0/" + nodes + " nodes are available: " + reasons + ".";
    }

    /** Gives one reason for all nodes; the real scheduler ends with what it found of the pod's devices. */
    static String everywhere(int nodes, String reason) {
        return of(nodes, reason) + " not found";
    }

    /** Adds why nobody makes room; the real scheduler looks for devices first. */
    static String without(String why, String noPreemption) {
        return why + " no new claims to deallocate, preemption: " + noPreemption;
    }
}
