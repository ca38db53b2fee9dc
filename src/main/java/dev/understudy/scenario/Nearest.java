package dev.understudy.scenario;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Nearest {
    private static final int LONGEST = 64;

    private Nearest() {}

    /** Returns the known word with the fewest typing mistakes between, if there are few enough to be likely. */
    public static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        int allowed = Math.max(1, word.length() / 3);
        String lower = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(k -> mistakes(lower, k.toLowerCase(Locale.ROOT)) <= allowed)
                .min(Comparator.<String>comparingInt(k -> mistakes(lower, k.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Returns {@code did you mean 'x'?}, or what there is to choose from. */
    public static String hint(String word, Collection<String> known) {
        return to(word, known)
                .map(k -> "did you mean '" + k + "'?")
                .orElseGet(() -> known.isEmpty()
                        ? "there is none"
                        : "known: "
                                + String.join(
                                        ", ", known.stream().distinct().sorted().toList()));
    }

    /**
     * Counts insertions, deletions, replacements and swaps of neighbours (optimal string alignment): without the swap
     * {@code cuont} would be as far from {@code count} as from {@code cut}.
     */
    static int mistakes(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + same);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
