package dev.understudy.probe;

import java.net.URI;
import java.time.Duration;

/** The way to call a service of the cluster over HTTP. */
@FunctionalInterface
public interface ServiceCaller {
    /** What came of a call. */
    sealed interface Answer {
        /**
         * The service answered.
         *
         * @param status HTTP status; redirects are not followed
         * @param took from the call to the answer
         */
        record Status(int status, Duration took) implements Answer {}

        /**
         * The service did not answer: that is bad.
         *
         * @param why in words
         */
        record Unreachable(String why) implements Answer {}

        /**
         * Nobody can tell how the service is, because whatever stands between does not answer: that is unknown.
         *
         * @param why in words
         */
        record Blind(String why) implements Answer {}
    }

    /**
     * Calls with GET. Blocks, no longer than twice the timeout.
     *
     * @param url {@code http://service.namespace[:port]/path}
     * @throws IllegalArgumentException when the URL names no service
     */
    Answer call(URI url, Duration timeout);
}
