package dev.understudy.simulated.controller.daemon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brings a new template to the nodes, a few at a time. Either an old pod is deleted and its node waits for the new one,
 * or the new one is started beside it first. Old pods that do not serve are replaced at once.
 */
final class RollingUpdate {
    private RollingUpdate() {}

    static Moves next(Landscape landscape) {
        return landscape.spec().surges() ? surge(landscape) : replace(landscape);
    }

    /** The old and the new pod of one node; neither, one or both may be there. */
    private record Pair(Optional<ObjectNode> old, Optional<ObjectNode> fresh, boolean crowded) {
        static Pair on(Landscape landscape, String node) {
            List<ObjectNode> pods = landscape.on(node).stream()
                    .filter(pod -> !Meta.isTerminating(pod))
                    .toList();
            List<ObjectNode> fresh = pods.stream().filter(landscape::isUpdated).toList();
            List<ObjectNode> old =
                    pods.stream().filter(pod -> !landscape.isUpdated(pod)).toList();
            return new Pair(old.stream().findFirst(), fresh.stream().findFirst(), old.size() > 1 || fresh.size() > 1);
        }
    }

    private static Set<String> nodes(Landscape landscape) {
        Set<String> nodes = new TreeSet<>(landscape.pods().keySet());
        landscape.placements().forEach((node, placement) -> {
            if (placement == Placement.WANTED) {
                nodes.add(node);
            }
        });
        return nodes;
    }

    private static Moves replace(Landscape landscape) {
        Moves moves = new Moves();
        List<ObjectNode> candidates = new ArrayList<>();
        int without = 0;
        for (String node : nodes(landscape)) {
            Pair pair = Pair.on(landscape, node);
            if (pair.crowded() || pair.old().isPresent() == pair.fresh().isPresent()) {
                without++;
            } else if (pair.fresh().isPresent()) {
                without += landscape.isAvailable(pair.fresh().get()) ? 0 : 1;
            } else if (!landscape.isAvailable(pair.old().orElseThrow())) {
                moves.away().add(pair.old().get());
                without++;
            } else {
                candidates.add(pair.old().get());
            }
        }
        int room = Math.max(0, landscape.spec().unavailable(landscape.wanted()) - without);
        candidates.stream().limit(room).forEach(moves.away()::add);
        return moves;
    }

    private static Moves surge(Landscape landscape) {
        Moves moves = new Moves();
        List<String> candidates = new ArrayList<>();
        int doubled = 0;
        for (String node : nodes(landscape)) {
            Pair pair = Pair.on(landscape, node);
            if (pair.crowded()) {
                doubled++;
            } else if (pair.old().isPresent() && pair.fresh().isPresent()) {
                if (landscape.isAvailable(pair.fresh().get())) {
                    moves.away().add(pair.old().get());
                } else {
                    doubled++;
                }
            } else if (pair.old().isPresent()) {
                boolean wanted = landscape.placements().get(node) == Placement.WANTED;
                boolean serves = landscape.isAvailable(pair.old().get());
                if (wanted) {
                    (serves ? candidates : moves.onto()).add(node);
                } else if (!serves) {
                    moves.away().add(pair.old().get());
                }
            }
        }
        int room = Math.max(0, landscape.spec().surge(landscape.wanted()) - doubled);
        candidates.stream().limit(room).forEach(moves.onto()::add);
        return moves;
    }
}
