package dev.understudy.simulated.store;

/** A refusal as the API server words it: code, reason and message of a {@code Status}. */
public final class StatusException extends RuntimeException {
    private final int code;
    private final String reason;

    public StatusException(int code, String reason, String message) {
        super(message, null, false, false);
        this.code = code;
        this.reason = reason;
    }

    /** HTTP status code, such as 409. */
    public int code() {
        return code;
    }

    /** Machine-readable reason, such as {@code Conflict}. */
    public String reason() {
        return reason;
    }
}
