package dev.understudy.simulated.node;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Which images can be pulled: all but those with the tag {@code does-not-exist} and those of a registry whose name ends
 * in {@code .invalid}.
 */
final class Images {
    private Images() {}

    /** Returns what the container runtime answers for an image that cannot be pulled. */
    static Optional<String> problem(String image) {
        String host = image.contains("/") ? image.substring(0, image.indexOf('/')) : "";
        if (host.endsWith(".invalid")) {
            return Optional.of(
                    "failed to pull and unpack image \"" + image + "\": dial tcp: lookup " + host + ": no such host");
        }
        if (image.endsWith(":does-not-exist")) {
            return Optional.of("rpc error: code = NotFound desc = failed to pull and unpack image \"" + image
                    + "\": failed to resolve reference \"" + image + "\": not found");
        }
        return Optional.empty();
    }

    /** Returns an identity that is the same for the same image everywhere. */
    static String id(String image) {
        String repository = image.replaceFirst(":[^:/]+$", "");
        return repository + "@sha256:" + digest(image);
    }

    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
