package dev.understudy.simulated.node.kubelet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which images there are: all with a valid name but those whose tag ends in {@code does-not-exist} and those of a registry
 * whose name ends in {@code .invalid}. Every node has every image already; only {@code imagePullPolicy: Always} asks the
 * registry.
 */
final class Images {
    private static final String PART = "[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*";
    private static final Pattern NAME = Pattern.compile("(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*)(?::[0-9]+)?/)?" + PART
            + "(?:/" + PART + ")*(?::[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(?:@sha256:[0-9a-f]{64})?");

    private static final Pattern ABSENT = Pattern.compile(".*:(?:[A-Za-z0-9_.-]*[_.-])?does-not-exist");

    private Images() {}

    /** Why a container's image cannot be had. */
    record Problem(String reason, String message) {}

    /** Returns why an image cannot be had under a pull policy, empty when it can. */
    static Optional<Problem> problem(String image, String policy) {
        if (!NAME.matcher(image).matches()) {
            String why = image.matches(".*[A-Z].*")
                            && NAME.matcher(image.toLowerCase(java.util.Locale.ROOT))
                                    .matches()
                    ? "repository name (" + repository(image) + ") must be lowercase"
                    : "";
            String message = "couldn't parse image name \"" + image + "\": invalid reference format"
                    + (why.isEmpty() ? "" : ": " + why);
            return Optional.of(
                    new Problem("InvalidImageName", "Failed to apply default image tag \"" + image + "\": " + message));
        }
        Optional<String> absent = absence(image);
        if (absent.isPresent() && policy.equals("Never")) {
            String message = "Container image \"" + image + "\" is not present with pull policy of Never";
            return Optional.of(new Problem("ErrImageNeverPull", message));
        }
        return absent.map(why -> new Problem("ErrImagePull", why));
    }

    private static String repository(String image) {
        String name = image.replaceFirst("[:@][^/]*$", "");
        return name.contains("/") ? name : "library/" + name;
    }

    private static Optional<String> absence(String image) {
        String host = image.contains("/") ? image.substring(0, image.indexOf('/')) : "";
        if (host.endsWith(".invalid")) {
            return Optional.of(
                    "failed to pull and unpack image \"" + image + "\": dial tcp: lookup " + host + ": no such host");
        }
        if (ABSENT.matcher(image).matches()) {
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
