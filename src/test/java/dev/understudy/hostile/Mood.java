package dev.understudy.hostile;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What a hostile server does, and how often. Decides by the request and by how many like it there were, never by the
 * clock, so that a seed is a story that can be told again.
 *
 * @param share of the requests that meet a misdeed, 0 to 1
 * @param spell how many misdeeds it has in it; afterwards it is calm
 * @param misdeeds each as likely as the others
 */
public record Mood(long seed, double share, int spell, List<Misdeed> misdeeds) {
    /** Does what it is asked. */
    public static final Mood CALM = new Mood(0, 0, 0, List.of());

    public Mood {
        misdeeds = List.copyOf(misdeeds);
    }

    /** Always the same, to everybody, until it is told otherwise. */
    public static Mood always(Misdeed misdeed) {
        return new Mood(0, 1, Integer.MAX_VALUE, List.of(misdeed));
    }

    /**
     * Decides.
     *
     * @param request method and path
     * @param number how many like it there were before
     */
    Optional<Misdeed> towards(String request, int number) {
        SplittableRandom random = new SplittableRandom(seed * 31 + request.hashCode() * 1_000_003L + number);
        return random.nextDouble() < share
                ? Optional.of(misdeeds.get(random.nextInt(misdeeds.size())))
                : Optional.empty();
    }
}
