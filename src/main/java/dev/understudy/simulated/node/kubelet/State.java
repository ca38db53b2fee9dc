package dev.understudy.simulated.node.kubelet;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a container does at the moment. */
sealed interface State {
    /**
     * It does not run.
     *
     * @param reason one word, such as {@code CrashLoopBackOff}
     * @param message a sentence, may be empty
     * @param until when that changes by itself; empty when only a change outside helps
     */
    record Waiting(String reason, String message, Optional<Instant> until) implements State {
        static Waiting forever(String reason, String message) {
            return new Waiting(reason, message, Optional.empty());
        }
    }

    /**
     * It runs.
     *
     * @param id identity of this life of the container
     * @param since when it was started
     * @param started whether it has passed its startup probe or needs none
     * @param ready whether it takes requests
     * @param probes where its probes stand
     * @param stop how it was told to end, if it was
     */
    record Running(String id, Instant since, boolean started, boolean ready, Probes probes, Optional<Stop> stop)
            implements State {
        Running ending(Stop how) {
            return new Running(id, since, started, ready, probes, Optional.of(how));
        }

        Running probed(boolean nowStarted, boolean nowReady, Probes nowAt) {
            return new Running(id, since, nowStarted, nowReady, nowAt, stop);
        }

        Ended end(int code, String reason, Instant at) {
            return new Ended(id, code, reason, since, at);
        }
    }

    /**
     * It has ended.
     *
     * @param code exit code
     * @param reason {@code Completed}, {@code Error}, {@code OOMKilled}, {@code Unknown}
     */
    record Ended(String id, int code, String reason, Instant since, Instant at) implements State {}

    /**
     * How a container was told to end.
     *
     * @param since when it was told
     * @param willing how long its hook and its process take
     * @param grace how long it may take on a real cluster before it is killed
     */
    record Stop(Instant since, Duration willing, Duration grace) {}
}
