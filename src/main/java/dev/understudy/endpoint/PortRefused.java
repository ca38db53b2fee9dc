package dev.understudy.endpoint;

/** The port that was asked for cannot be listened on, most often because another program does. */
public final class PortRefused extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    PortRefused(int port, Throwable cause) {
        super(
                "cannot listen on port " + port + " of 127.0.0.1 (" + cause.getMessage()
                        + "); end the program that uses it, or name another with --listen-port (0 for any free one)",
                cause);
    }
}
