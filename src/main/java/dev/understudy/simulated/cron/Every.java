package dev.understudy.simulated.cron;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The same time over and over.
 *
 * @param interval rounded down to whole seconds, at least one
 */
record Every(Duration interval) implements CronSchedule {
    Every {
        interval = Duration.ofSeconds(Math.max(1, interval.toSeconds()));
    }

    @Override
    public Optional<Instant> next(Instant time) {
        return Optional.of(time.truncatedTo(ChronoUnit.SECONDS).plus(interval));
    }
}
