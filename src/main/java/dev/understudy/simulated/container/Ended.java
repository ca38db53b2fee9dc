package dev.understudy.simulated.container;

/** Thrown by {@code exit}: the shell ends with a code. */
final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    Ended(int code) {
        super(null, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }
}
