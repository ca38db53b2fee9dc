package dev.understudy.journal;

import dev.understudy.journal.Chain.Row;
import dev.understudy.journal.Verification.Break;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recomputes one drill's hashes. Pure. */
final class ChainCheck {
    private ChainCheck() {}

    static Optional<Break> check(Chain chain, @Nullable String vouched) {
        String hash = HashChain.start(chain.drill());
        int number = 0;
        for (Row row : chain.rows()) {
            if (row.number() != number) {
                return broken(chain, number, null, null, "it is missing: the next one there is " + row.number());
            }
            hash = HashChain.next(hash, row.body());
            if (!hash.equals(row.hash())) {
                return broken(chain, number, hash, row.hash(), "it was changed or put here from elsewhere");
            }
            number++;
        }
        return end(chain, number, hash).or(() -> vouched(chain, vouched));
    }

    private static Optional<Break> end(Chain chain, int found, String hash) {
        if (chain.head() == null) {
            return broken(chain, 0, null, null, "entries are there but the drill they belong to is not");
        }
        if (found < chain.length()) {
            return broken(chain, found, null, null, "it is missing, with all after it: there were " + chain.length());
        }
        if (found > chain.length()) {
            return broken(chain, chain.length(), null, null, "it was added without Understudy");
        }
        return hash.equals(chain.head())
                ? Optional.empty()
                : broken(chain, found - 1, hash, chain.head(), "the drill's head hash is not that of its last entry");
    }

    /** Entries may follow a report, so its hash need not be the last one. */
    private static Optional<Break> vouched(Chain chain, @Nullable String vouched) {
        if (vouched == null || chain.rows().stream().anyMatch(r -> r.hash().equals(vouched))) {
            return Optional.empty();
        }
        return broken(
                chain,
                Math.max(0, chain.length() - 1),
                vouched,
                chain.head(),
                "no entry has the hash that a report vouches for: the drill was shortened or rewritten");
    }

    private static Optional<Break> broken(
            Chain chain, int number, @Nullable String expected, @Nullable String found, String what) {
        return Optional.of(new Break(chain.drill(), number, expected, found, what));
    }
}
