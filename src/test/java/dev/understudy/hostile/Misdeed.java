package dev.understudy.hostile;

import java.time.Duration;

/** One thing that an API server, or what stands before it, can do to a request. */
public sealed interface Misdeed {
    /**
     * The server refuses, and does nothing.
     *
     * @param retryAfter in seconds when it wants to be asked again; empty when it does not say
     */
    record Refuses(int status, String retryAfter) implements Misdeed {
        public Refuses(int status) {
            this(status, status == 429 ? "1" : "");
        }

        @Override
        public String toString() {
            return "answers " + status;
        }
    }

    /** The connection breaks before the request has arrived. */
    record Hangup() implements Misdeed {
        @Override
        public String toString() {
            return "hangs up";
        }
    }

    /** The server does it, and the connection breaks before the answer. */
    record LosesAnswer() implements Misdeed {
        @Override
        public String toString() {
            return "loses the answer";
        }
    }

    /** The server does it, and the connection breaks in the middle of the answer. */
    record CutsBody() implements Misdeed {
        @Override
        public String toString() {
            return "cuts the body";
        }
    }

    /** The server does it, and answers 500 as if it had not. */
    record DoesAndFails() implements Misdeed {
        @Override
        public String toString() {
            return "does it and answers 500";
        }
    }

    /** Something in between answers 200 with a page of its own; the request does not arrive. */
    record Impostor() implements Misdeed {
        @Override
        public String toString() {
            return "answers 200 with a page";
        }
    }

    /** The server takes its time. */
    record Delays(Duration by) implements Misdeed {
        @Override
        public String toString() {
            return "delays";
        }
    }

    /** A watch breaks off after its first event; any other request is left alone. */
    record ResetsWatch() implements Misdeed {
        @Override
        public String toString() {
            return "resets watches";
        }
    }

    /** A watch is told at once that its version is too old; any other request is left alone. */
    record ExpiresWatch() implements Misdeed {
        @Override
        public String toString() {
            return "expires watches";
        }
    }
}
