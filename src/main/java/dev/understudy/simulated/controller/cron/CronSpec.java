package dev.understudy.simulated.controller.cron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.cron.CronSchedule;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What a CronJob asks for, with the API's defaults filled in.
 *
 * @param schedule when a Job is due
 * @param zone where the schedule is meant, default UTC
 * @param concurrency what happens when the last Job still runs
 * @param startingDeadline how late a Job may be started
 * @param keptSucceeded complete Jobs kept, default 3
 * @param keptFailed failed Jobs kept, default 1
 */
record CronSpec(
        CronSchedule schedule,
        ZoneId zone,
        boolean suspended,
        Concurrency concurrency,
        Optional<Duration> startingDeadline,
        int keptSucceeded,
        int keptFailed) {
    /** What happens when a Job is due while another still runs. */
    enum Concurrency {
        ALLOW,
        FORBID,
        REPLACE
    }

    /** Reads a spec that the server has checked. */
    static CronSpec of(ObjectNode cronJob) {
        JsonNode spec = cronJob.path("spec");
        ZoneId zone = spec.has("timeZone") ? ZoneId.of(spec.path("timeZone").asText()) : ZoneOffset.UTC;
        return new CronSpec(
                CronSchedule.parse(spec.path("schedule").asText(), zone),
                zone,
                spec.path("suspend").asBoolean(),
                switch (spec.path("concurrencyPolicy").asText()) {
                    case "Forbid" -> Concurrency.FORBID;
                    case "Replace" -> Concurrency.REPLACE;
                    default -> Concurrency.ALLOW;
                },
                spec.has("startingDeadlineSeconds")
                        ? Optional.of(Duration.ofSeconds(
                                spec.path("startingDeadlineSeconds").asLong()))
                        : Optional.empty(),
                spec.path("successfulJobsHistoryLimit").asInt(3),
                spec.path("failedJobsHistoryLimit").asInt(1));
    }
}
