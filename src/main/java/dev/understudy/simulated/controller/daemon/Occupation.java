package dev.understudy.simulated.controller.daemon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.store.Meta;
import java.util.List;
import java.util.Optional;

/** Sees to it that every node has the pod that belongs on it, and no other. */
final class Occupation {
    private Occupation() {}

    static Moves next(Landscape landscape) {
        Moves moves = new Moves();
        landscape.placements().forEach((node, placement) -> {
            List<ObjectNode> pods = landscape.on(node);
            if (placement == Placement.WANTED && pods.isEmpty()) {
                moves.onto().add(node);
            } else if (placement == Placement.FORBIDDEN) {
                pods.stream().filter(pod -> !Meta.isTerminating(pod)).forEach(moves.away()::add);
            } else {
                tidy(landscape, node, moves);
            }
        });
        // nobody else would ever remove a pod that waits for a node that is gone
        landscape.pods().forEach((node, pods) -> {
            if (!landscape.placements().containsKey(node)) {
                pods.stream().filter(pod -> !pod.path("spec").has("nodeName")).forEach(moves.away()::add);
            }
        });
        return moves;
    }

    /** Removes what has ended and what is too much on one node. */
    private static void tidy(Landscape landscape, String node, Moves moves) {
        List<ObjectNode> present = landscape.on(node).stream()
                .filter(pod -> !Meta.isTerminating(pod))
                .toList();
        present.stream().filter(PodState::finished).forEach(moves.away()::add);
        List<ObjectNode> running =
                present.stream().filter(pod -> !PodState.finished(pod)).toList();
        if (!landscape.spec().surges()) {
            running.stream().skip(1).forEach(moves.away()::add);
        } else if (running.isEmpty()) {
            if (landscape.placements().get(node) == Placement.WANTED) {
                moves.onto().add(node);
            }
        } else {
            tidySurge(landscape, running, moves);
        }
    }

    /** Two pods may share a node only while the old one serves and the new one does not yet. */
    private static void tidySurge(Landscape landscape, List<ObjectNode> running, Moves moves) {
        Optional<ObjectNode> fresh =
                running.stream().filter(landscape::isUpdated).findFirst();
        Optional<ObjectNode> old =
                running.stream().filter(pod -> !landscape.isUpdated(pod)).findFirst();
        running.stream()
                .filter(pod -> !fresh.equals(Optional.of(pod)) && !old.equals(Optional.of(pod)))
                .forEach(moves.away()::add);
        if (fresh.isPresent() && old.isPresent()) {
            boolean done = !PodState.ready(old.get()) || landscape.isAvailable(fresh.get());
            if (done) {
                moves.away().add(old.get());
            }
        }
    }
}
