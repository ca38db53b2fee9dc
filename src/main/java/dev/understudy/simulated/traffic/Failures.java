package dev.understudy.simulated.traffic;

import dev.understudy.simulated.network.Reach;
import dev.understudy.simulated.network.Resolution;

/** Connections that come to nothing, in the words in which programs report them. */
final class Failures {
    private static final double FOR_EVER = Double.POSITIVE_INFINITY;

    private Failures() {}

    /** Returns what a request meets on a way that leads to nobody. */
    static Likely of(Reach reach) {
        return switch (reach) {
            case Reach.Unserved(String address, int port) -> refused(address, port);
            case Reach.Lost(String address, int port) -> lost(address, port);
            case Reach.Served(String address, int port, var _) -> lost(address, port);
            case Reach.Nameless(Resolution why) -> nameless(why);
        };
    }

    static Likely refused(String address, int port) {
        String message = "dial tcp " + address + ":" + port + ": connect: connection refused";
        return new Likely(1, Likely.UNAVAILABLE, message, 0);
    }

    static Likely lost(String address, int port) {
        return new Likely(1, Likely.TIMED_OUT, "dial tcp " + address + ":" + port + ": i/o timeout", FOR_EVER);
    }

    private static Likely nameless(Resolution why) {
        String asked = "dial tcp: lookup %s on " + why.server() + ":53: ";
        return switch (why) {
            case Resolution.Silent(String name) ->
                new Likely(1, Likely.TIMED_OUT, asked.formatted(name) + "i/o timeout", FOR_EVER);
            case Resolution.NotFound(String name) -> unknown(asked.formatted(name));
            case Resolution.Found(String name, var _) -> unknown(asked.formatted(name));
        };
    }

    private static Likely unknown(String asked) {
        return new Likely(1, Likely.UNAVAILABLE, asked + "no such host", 0);
    }
}
