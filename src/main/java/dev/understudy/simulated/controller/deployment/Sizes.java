package dev.understudy.simulated.controller.deployment;

import static java.util.Comparator.comparingInt;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides how many pods each ReplicaSet of a Deployment should ask for next. Each function takes one step; the steps
 * follow each other as the pods come and go. The results name the sets to write, with
 * their sizes.
 */
final class Sizes {
    private Sizes() {}

    /** The first size of a set that is about to be made. */
    static int ofNew(DeploymentSpec spec, OwnedSets sets) {
        return spec.recreate() ? spec.replicas() : grown(spec, sets, 0);
    }

    /** One step of a rolling update: the new set grows as far as the surge allows, else the old ones shrink. */
    static Map<OwnedSet, Integer> rolling(DeploymentSpec spec, OwnedSets sets) {
        OwnedSet current = sets.current().orElseThrow();
        int next = current.size() > spec.replicas() ? spec.replicas() : grown(spec, sets, current.size());
        return next == current.size() ? shrunk(spec, sets, current) : Map.of(current, next);
    }

    private static int grown(DeploymentSpec spec, OwnedSets sets, int size) {
        int room = spec.most() - sets.total(OwnedSet::size);
        return size + Math.max(0, Math.min(room, spec.replicas() - size));
    }

    private static Map<OwnedSet, Integer> shrunk(DeploymentSpec spec, OwnedSets sets, OwnedSet current) {
        Map<OwnedSet, Integer> sizes = new LinkedHashMap<>();
        int lacking = current.size() - current.available();
        int removable = sets.total(OwnedSet::size) - spec.least() - lacking;
        // pods that serve nobody go first: taking them away costs no availability
        for (OwnedSet old : sets.old()) {
            int useless = Math.max(0, Math.min(removable, old.size() - old.available()));
            put(sizes, old, old.size() - useless);
            removable -= useless;
        }
        int spare = Math.min(removable, sets.total(OwnedSet::available) - spec.least());
        for (OwnedSet old : sets.old()) {
            int left = sizes.getOrDefault(old, old.size());
            int taken = Math.max(0, Math.min(spare, left));
            put(sizes, old, left - taken);
            spare -= taken;
        }
        return sizes;
    }

    /** All sets but the current one go. */
    static Map<OwnedSet, Integer> withoutOld(OwnedSets sets) {
        Map<OwnedSet, Integer> sizes = new LinkedHashMap<>();
        sets.old().forEach(old -> put(sizes, old, 0));
        return sizes;
    }

    /** Tells whether the Deployment's number of replicas changed since its sets were last scaled. */
    static boolean wasScaled(DeploymentSpec spec, OwnedSets sets) {
        List<OwnedSet> active = sets.active();
        boolean replacing = spec.recreate() && active.size() > 1;
        return !replacing && active.stream().anyMatch(set -> set.desired().orElse(spec.replicas()) != spec.replicas());
    }

    /** A new number of replicas: one set takes all of it; sets in the middle of a rollout share it by their sizes. */
    static Map<OwnedSet, Integer> scaled(DeploymentSpec spec, OwnedSets sets) {
        List<OwnedSet> active = sets.active();
        if (active.size() <= 1) {
            Map<OwnedSet, Integer> sizes = new LinkedHashMap<>();
            soleOrLatest(sets, active).forEach(set -> sizes.put(set, spec.replicas()));
            return sizes;
        }
        if (sets.current().filter(set -> isSaturated(spec, set)).isPresent()) {
            return withoutOld(sets);
        }
        return spec.recreate() ? Map.of() : proportional(spec, sets, active);
    }

    private static List<OwnedSet> soleOrLatest(OwnedSets sets, List<OwnedSet> active) {
        if (!active.isEmpty()) {
            return active;
        }
        return sets.current()
                .map(List::of)
                .orElseGet(() ->
                        sets.old().isEmpty() ? List.of() : List.of(sets.old().getLast()));
    }

    private static boolean isSaturated(DeploymentSpec spec, OwnedSet set) {
        return set.size() == spec.replicas()
                && set.desired().orElse(-1) == spec.replicas()
                && set.available() == spec.replicas();
    }

    private static Map<OwnedSet, Integer> proportional(DeploymentSpec spec, OwnedSets sets, List<OwnedSet> active) {
        int allowed = spec.replicas() > 0 ? spec.most() : 0;
        int change = allowed - sets.total(OwnedSet::size);
        // the largest first; of equal ones the newer when growing, the older when shrinking
        Comparator<OwnedSet> byAge = change > 0 ? OwnedSet.OLDEST_FIRST.reversed() : OwnedSet.OLDEST_FIRST;
        List<OwnedSet> ordered = active.stream()
                .sorted(comparingInt(OwnedSet::size).reversed().thenComparing(byAge))
                .toList();
        Map<OwnedSet, Integer> sizes = new LinkedHashMap<>();
        int left = change;
        for (OwnedSet set : ordered) {
            int part = fraction(spec, sets, set);
            int given = change > 0 ? Math.min(part, left) : Math.max(part, left);
            sizes.put(set, set.size() + (change == 0 ? 0 : given));
            left -= change == 0 ? 0 : given;
        }
        sizes.merge(ordered.getFirst(), left, (size, leftover) -> Math.max(0, size + leftover));
        return sizes;
    }

    private static int fraction(DeploymentSpec spec, OwnedSets sets, OwnedSet set) {
        if (spec.replicas() == 0) {
            return -set.size();
        }
        int mostBefore = set.most().orElseGet(() -> sets.total(OwnedSet::replicas));
        return mostBefore == 0 ? 0 : Math.round((float) set.size() * spec.most() / mostBefore) - set.size();
    }

    private static void put(Map<OwnedSet, Integer> sizes, OwnedSet set, int size) {
        if (size != set.size()) {
            sizes.put(set, size);
        }
    }
}
