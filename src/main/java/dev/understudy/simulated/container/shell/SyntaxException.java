package dev.understudy.simulated.container.shell;

/** Says what of a script the small shell does not understand. */
public final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    SyntaxException(String message) {
        super(message);
    }
}
