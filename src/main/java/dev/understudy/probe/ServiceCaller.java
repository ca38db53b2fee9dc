package dev.understudy.probe;

import java.net.URI;
import java.time.Duration;

/** Asks a service of the cluster a question over HTTP. */
@FunctionalInterface
public interface ServiceCaller {
    /** Asks once; blocks for at most about the timeout; never throws for what the network does. */
    Answer call(URI url, Duration timeout);

    /** What came back. */
    sealed interface Answer {
        /** The service answered with this status after this long. */
        record Status(int status, Duration took) implements Answer {}

        /** The service did not answer: bad. */
        record Unreachable(String reason) implements Answer {}

        /** Nobody can tell whether the service answers: unknown. */
        record Blind(String reason) implements Answer {}
    }
}
