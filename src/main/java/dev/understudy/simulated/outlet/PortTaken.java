package dev.understudy.simulated.outlet;

import java.net.SocketException;

/** A port that was asked for cannot be listened on, most often because another program does. */
public final class PortTaken extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** Makes the refusal, which says what to do; the cause says why the system refused. */
    public PortTaken(int port, SocketException cause) {
        super(
                "cannot listen on port " + port + " of 127.0.0.1 (" + cause.getMessage()
                        + "): end the program that uses it, or name another port (0 for any free one)",
                cause);
    }
}
