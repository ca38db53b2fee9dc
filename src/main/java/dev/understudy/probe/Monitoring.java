package dev.understudy.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The way to ask for measured numbers. */
public interface Monitoring {
    /** What came of a question. */
    sealed interface Answer {
        /**
         * The numbers.
         *
         * @param age how old the data is that they were made from, as far as monitoring tells; zero or more
         */
        record Measured(List<Threshold.Sample> samples, Duration age) implements Answer {
            public Measured {
                samples = List.copyOf(samples);
            }
        }

        /**
         * Monitoring cannot be reached or does not give numbers: nobody can tell how the service is.
         *
         * @param why in words
         */
        record Silent(String why) implements Answer {}
    }

    /**
     * Why a probe can never be answered here.
     *
     * @param cure what to do about it
     */
    record Obstacle(String reason, String cure) {}

    /** Returns what stands in the way of asking at all, known without sending anything; empty when nothing does. */
    Optional<Obstacle> obstacle(ProbeCheck.Prometheus check);

    /** Asks once. Blocks, no longer than twice the probe's timeout. */
    Answer ask(ProbeCheck.Prometheus check);
}
