package dev.understudy.independence;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which people have to go until more than half of some services have nobody.
 *
 * @param people everybody who has a service, by name
 * @param services who has each
 */
record Removal(List<String> people, List<List<String>> services) {
    /** Tries every set, smaller ones first, and returns the first in the order of names that is enough. */
    List<String> smallest() {
        for (int size = 0; size < people.size(); size++) {
            List<String> found = first(size);
            if (found != null) {
                return found;
            }
        }
        return people;
    }

    private @Nullable List<String> first(int size) {
        int[] masks = services.stream().mapToInt(this::mask).toArray();
        Enough enough = new Enough(masks);
        new Splits(people.size(), size).each(enough::consider);
        return enough.found == null
                ? null
                : enough.found.stream().map(people::get).toList();
    }

    private int mask(List<String> qualified) {
        return qualified.stream().mapToInt(name -> 1 << people.indexOf(name)).reduce(0, (a, b) -> a | b);
    }

    /** Always takes whoever is left of the service with the fewest: enough in the end, but perhaps more than needed. */
    List<String> greedy() {
        Set<String> gone = new TreeSet<>();
        while (lost(gone) * 2 <= services.size() && gone.size() < people.size()) {
            services.stream()
                    .map(qualified -> left(qualified, gone))
                    .filter(left -> !left.isEmpty())
                    .min(Comparator.<Set<String>>comparingInt(Set::size)
                            .thenComparing(left -> new TreeSet<>(left).toString()))
                    .ifPresent(gone::addAll);
        }
        return List.copyOf(gone);
    }

    private long lost(Set<String> gone) {
        return services.stream().filter(gone::containsAll).count();
    }

    private static Set<String> left(Collection<String> qualified, Set<String> gone) {
        Set<String> left = new HashSet<>(qualified);
        left.removeAll(gone);
        return left;
    }

    /** Keeps the first set of positions that takes more than half of the services away. */
    private static final class Enough {
        private final int[] masks;
        private @Nullable List<Integer> found;

        Enough(int[] masks) {
            this.masks = masks;
        }

        void consider(int[] at) {
            if (found != null) {
                return;
            }
            int gone = 0;
            for (int i : at) {
                gone |= 1 << i;
            }
            int lost = 0;
            for (int mask : masks) {
                lost += (mask & ~gone) == 0 ? 1 : 0;
            }
            if (lost * 2 > masks.length) {
                found = Arrays.stream(at).boxed().toList();
            }
        }
    }
}
