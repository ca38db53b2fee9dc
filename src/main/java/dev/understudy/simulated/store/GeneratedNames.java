package dev.understudy.simulated.store;

import java.util.concurrent.ThreadLocalRandom;

/** Names that the server makes from a prefix. */
public final class GeneratedNames {
    /** The server's own alphabet for generated names: no vowels, so no words. */
    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

    private static final int LONGEST_PREFIX = 58;
    private static final int ADDED = 5;

    private GeneratedNames() {}

    /** Returns the prefix, cut to 58 letters, with five random ones. */
    public static String of(String prefix) {
        StringBuilder made = new StringBuilder(prefix.substring(0, Math.min(prefix.length(), LONGEST_PREFIX)));
        for (int i = 0; i < ADDED; i++) {
            made.append(ALPHABET.charAt(ThreadLocalRandom.current().nextInt(ALPHABET.length())));
        }
        return made.toString();
    }
}
