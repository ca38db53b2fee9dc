package dev.understudy.fault;

import dev.understudy.cluster.ClusterObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Which of several candidates a fault hits. Chance comes from the seed alone: the same candidates and the same seed give
 * the same choice.
 *
 * @param mode how many
 * @param value for the modes that need one: a number of candidates from 1, or percent from 1 to 100
 */
public record Selection(Mode mode, @Nullable Integer value) {
    /** @throws IllegalArgumentException when mode and value do not fit */
    public Selection {
        check(mode, value);
    }

    /** @throws IllegalArgumentException when mode and value do not fit */
    static void check(Mode mode, @Nullable Integer value) {
        if (mode.counts() && (value == null || value < 1)) {
            throw new IllegalArgumentException("mode " + mode.word() + " needs a value of 1 or more");
        }
        if (!mode.counts() && value != null) {
            throw new IllegalArgumentException("mode " + mode.word() + " takes no value");
        }
        if (mode.isPercent() && value != null && value > 100) {
            throw new IllegalArgumentException("mode " + mode.word() + " takes 1 to 100 percent");
        }
    }

    /** What was chosen, or why nothing could be. */
    public sealed interface Choice {
        /** @param objects the chosen ones, by name; never empty */
        record Chosen(List<ClusterObject> objects) implements Choice {}

        /** @param why a sentence that also says what to do about it */
        record None(String why) implements Choice {}
    }

    /**
     * Chooses.
     *
     * @param what the candidates in words, such as {@code running pods of Deployment checkout}
     */
    public Choice choose(List<ClusterObject> candidates, String what, long seed) {
        if (candidates.isEmpty()) {
            return new Choice.None("there are no " + what);
        }
        int all = candidates.size();
        SplittableRandom random = new SplittableRandom(seed);
        int wanted = value == null ? 1 : value;
        int number = switch (mode) {
            case ONE -> 1;
            case ALL -> all;
            case FIXED -> wanted;
            case FIXED_PERCENT -> all * wanted / 100;
            case RANDOM_MAX_PERCENT -> 1 + random.nextInt(Math.max(1, all * wanted / 100));
        };
        if (number > all) {
            return new Choice.None("there are only " + all + " " + what + ", and " + wanted + " are wanted");
        }
        if (number == 0 || (mode == Mode.RANDOM_MAX_PERCENT && all * wanted < 100)) {
            return new Choice.None(wanted + "% of " + all + " " + what
                    + " is none; the smallest percentage that hits one" + " is " + Math.ceilDiv(100, all));
        }
        return new Choice.Chosen(drawn(candidates, number, random));
    }

    private static List<ClusterObject> drawn(List<ClusterObject> candidates, int number, SplittableRandom random) {
        List<ClusterObject> left = new ArrayList<>(candidates);
        left.sort(Comparator.comparing(ClusterObject::ref));
        List<ClusterObject> drawn = new ArrayList<>();
        while (drawn.size() < number) {
            drawn.add(left.remove(random.nextInt(left.size())));
        }
        drawn.sort(Comparator.comparing(ClusterObject::ref));
        return List.copyOf(drawn);
    }
}
