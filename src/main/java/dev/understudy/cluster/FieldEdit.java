package dev.understudy.cluster;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One field and what becomes of it.
 *
 * @param path the field
 * @param before what it held when it was planned
 * @param after what it holds once the change is made, in the server's own spelling
 * @param owners who loses the field to us; known once the change was previewed, else empty
 * @param index where the list element stood that the edit removes, so that it stands there again: the order of variables
 *     has a meaning, and another order is another revision; known once the change was previewed, null for all else
 */
public record FieldEdit(
        FieldPath path,
        FieldValue before,
        FieldValue after,
        List<FieldOwner> owners,
        @Nullable Integer index) {
    private static final Pattern SENSITIVE = Pattern.compile(
            "PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIAL|API_?KEY|PRIVATE_?KEY", Pattern.CASE_INSENSITIVE);

    public FieldEdit {
        owners = List.copyOf(owners);
    }

    /** An edit as a fault plans it, before anybody asked the server. */
    public FieldEdit(FieldPath path, FieldValue before, FieldValue after) {
        this(path, before, after, List.of());
    }

    /** An edit of anything but a list element that it removes. */
    public FieldEdit(FieldPath path, FieldValue before, FieldValue after, List<FieldOwner> owners) {
        this(path, before, after, owners, null);
    }

    /** Returns the edit that takes this one back. */
    public FieldEdit inverse() {
        return new FieldEdit(path, after, before, owners, index);
    }

    /** Tells whether it is an environment variable whose name says that its value is nobody's business. */
    boolean sensitive() {
        return path.steps().stream()
                .anyMatch(step -> step instanceof FieldPath.Step.Element(String key, String value)
                        && key.equals("name")
                        && SENSITIVE.matcher(value).find());
    }

    /** Returns the same with both values hidden. */
    public FieldEdit hidden() {
        return new FieldEdit(path, before.hidden(), after.hidden(), owners, index);
    }

    /** Returns {@code spec.replicas: 3 -> 0}. */
    @Override
    public String toString() {
        return path + ": " + before + " -> " + after;
    }
}
