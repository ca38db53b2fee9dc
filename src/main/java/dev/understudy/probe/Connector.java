package dev.understudy.probe;

import java.time.Duration;

/** The way to open connections to services of the cluster. */
@FunctionalInterface
public interface Connector {
    /** What came of an attempt. */
    sealed interface Answer {
        /** Somebody accepted the connection; it is closed again. */
        record Accepted() implements Answer {}

        /**
         * Nobody accepted it: that is bad.
         *
         * @param why in words
         */
        record Refused(String why) implements Answer {}

        /**
         * Nobody can tell, because whatever stands between does not answer: that is unknown.
         *
         * @param why in words
         */
        record Blind(String why) implements Answer {}
    }

    /**
     * Connects, sends nothing and closes. Blocks, not much longer than the timeout where the API server answers at once.
     *
     * @param port of the service, not of its pods
     */
    Answer connect(ServiceName service, int port, Duration timeout);
}
