package dev.understudy.simulated.controller.cron;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.Timestamps;
import java.time.Instant;
import java.util.Optional;

/**
 * When a CronJob's next Job is due. Of several missed times only the latest counts.
 *
 * @param missed the latest time since the last Job that has passed
 * @param next the next time to come
 * @param count how many times have passed
 */
record DueTimes(Optional<Instant> missed, Optional<Instant> next, int count) {
    static DueTimes of(ObjectNode cronJob, CronSpec spec, Instant now) {
        Instant since =
                Timestamps.read(cronJob.path("status").path("lastScheduleTime")).orElse(Marks.created(cronJob));
        Instant earliest =
                spec.startingDeadline().map(now::minus).filter(since::isBefore).orElse(since);
        Optional<Instant> missed = Optional.empty();
        Optional<Instant> time = spec.schedule().next(earliest);
        int count = 0;
        while (time.isPresent() && !time.get().isAfter(now)) {
            missed = time;
            count++;
            time = spec.schedule().next(time.get());
        }
        return new DueTimes(missed, time, count);
    }
}
