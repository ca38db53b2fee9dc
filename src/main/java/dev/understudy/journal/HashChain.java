package dev.understudy.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hashes of one drill's entries. Each covers the one before, so that an entry cannot be changed, removed or moved
 * without changing all that follow:
 *
 * <pre>
 * start   = SHA-256(drill id)
 * hash(n) = SHA-256(hash(n - 1) as 64 hex digits + text of entry n)
 * </pre>
 *
 * All texts are UTF-8, all hashes lower-case hex, so that a shell with {@code sha256sum} can recompute them. The chain
 * begins with the drill's id, so that a whole drill cannot be passed off as another.
 */
public final class HashChain {
    private HashChain() {}

    /** Returns what stands in for the hash before the first entry. */
    public static String start(String drill) {
        return sha256(drill);
    }

    /**
     * Returns the hash of an entry.
     *
     * @param previous hash of the entry before, or {@link #start}
     * @param body the entry's text exactly as stored
     */
    public static String next(String previous, String body) {
        return sha256(previous + body);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
