package dev.understudy.simulated.store;

/** A refusal as the API server words it: code, reason, message and details of a {@code Status}. */
public final class StatusException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String reason;
    private final String words;
    private final transient Details details;
    private String continuation = "";

    public StatusException(int code, String reason, String message) {
        this(code, reason, message, Details.NONE);
    }

    public StatusException(int code, String reason, String message, Details details) {
        super(message, null, false, false);
        this.words = message;
        this.code = code;
        this.reason = reason;
        this.details = details;
    }

    /** For people, in the server's words. */
    @Override
    public String getMessage() {
        return words;
    }

    /** Adds the token with which a list may go on all the same, and returns this. */
    public StatusException continuing(String token) {
        continuation = token;
        return this;
    }

    /** The token with which a list may go on all the same, mostly empty. */
    public String continuation() {
        return continuation;
    }

    /** HTTP status code, such as 409. */
    public int code() {
        return code;
    }

    /** Machine-readable reason, such as {@code Conflict}. */
    public String reason() {
        return reason;
    }

    /** What the refusal is about. */
    public Details details() {
        return details;
    }
}
