package dev.understudy.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What recomputing a journal's hashes shows. It finds what was changed, removed, moved or added inside a drill. Whoever
 * may write to the store can also shorten a drill or rewrite it whole, with all its hashes: only a head hash that is
 * kept elsewhere, as every report does, gives that away.
 */
public sealed interface Verification {
    /**
     * Everything follows from what stands before it.
     *
     * @param heads by drill the hash of its last entry
     */
    record Intact(int drills, int entries, Map<String, String> heads) implements Verification {
        public Intact {
            heads = new TreeMap<>(heads);
        }
    }

    /** Something does not; at least one. */
    record Broken(List<Break> breaks) implements Verification {
        public Broken {
            breaks = List.copyOf(breaks);
        }
    }

    /**
     * The first place of a drill that does not follow.
     *
     * @param number of the entry
     * @param expected hash that would be right; null when the entry itself is missing
     * @param found hash that is there; null when none is
     * @param what in words
     */
    record Break(
            String drill,
            int number,
            @Nullable String expected,
            @Nullable String found,
            String what) {}

    /**
     * Recomputes everything.
     *
     * @param vouched by drill a hash from a report of it, which one of its entries must bear
     */
    static Verification of(Chains chains, Map<String, String> vouched) {
        List<Break> breaks = new ArrayList<>();
        Map<String, String> heads = new LinkedHashMap<>();
        int entries = 0;
        for (String drill : chains.chained()) {
            Chain chain = chains.chain(drill);
            Optional<Break> broken = ChainCheck.check(chain, vouched.get(drill));
            broken.ifPresent(breaks::add);
            heads.put(drill, String.valueOf(chain.head()));
            entries += chain.rows().size();
        }
        vouched.forEach((drill, hash) -> {
            if (!heads.containsKey(drill)) {
                breaks.add(new Break(drill, 0, hash, null, "there is no such drill although a report of it exists"));
            }
        });
        return breaks.isEmpty() ? new Intact(heads.size(), entries, heads) : new Broken(breaks);
    }
}
