package dev.understudy.cluster;

/** The cluster did not do what was asked. The message says what happened and what to do next; it holds no secret. */
public final class ClusterException extends RuntimeException {
    /** Why, as far as the caller must know. */
    public enum Kind {
        /** No connection, a time-out, or a gateway in between failed. */
        UNREACHABLE,
        /** TLS could not be agreed: unknown authority, expired or not-yet-valid certificate. */
        CERTIFICATE,
        /** The API server does not know us (401). */
        UNAUTHENTICATED,
        /** The API server knows us and says no (403). */
        FORBIDDEN,
        /** The object or kind is not there (404, 410). */
        NOT_FOUND,
        /** Somebody else was first (409). */
        CONFLICT,
        /** The API server refuses the content (400, 422). */
        INVALID,
        /** More than a record can hold. */
        TOO_LARGE,
        /** The API server is overloaded or failing (429, 5xx). */
        UNAVAILABLE,
        /** The kubeconfig or context cannot be used. */
        CONFIGURATION
    }

    private final Kind kind;
    private final String message;

    public ClusterException(Kind kind, String message) {
        super(message);
        this.kind = kind;
        this.message = message;
    }

    public ClusterException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }

    public Kind kind() {
        return kind;
    }

    /** Tells whether it may pass by itself, so that trying again for a while is worth it. */
    public boolean passing() {
        return switch (kind) {
            case UNREACHABLE, UNAVAILABLE, CONFLICT -> true;
            case CERTIFICATE, UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, INVALID, TOO_LARGE, CONFIGURATION -> false;
        };
    }
}
