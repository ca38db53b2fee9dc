package dev.understudy.simulated.store;

/**
 * How something is written.
 *
 * @param writer whose fields they will be
 * @param subresource the part written: empty for the object itself, {@code status} or {@code scale}
 * @param dryRun answers as if, and keeps nothing
 * @param force takes fields over from other managers instead of refusing; only of server-side apply
 */
public record Write(Writer writer, String subresource, boolean dryRun, boolean force) {
    /** Writes the object itself and keeps it. */
    public static Write by(Writer writer) {
        return new Write(writer, "", false, false);
    }

    /** Writes the status and keeps it. */
    public static Write statusBy(Writer writer) {
        return new Write(writer, "status", false, false);
    }
}
