package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.cron.BadSchedule;
import dev.understudy.simulated.cron.CronSchedule;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cron jobs. */
final class CronJobRules implements KindRules {
    /** A Job's name may have 63 letters, eleven of which the controller adds. */
    private static final int LONGEST_NAME = 52;

    @Override
    public void fill(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        Fill.in(spec, "concurrencyPolicy", "Allow");
        Fill.in(spec, "suspend", false);
        Fill.in(spec, "successfulJobsHistoryLimit", 3);
        Fill.in(spec, "failedJobsHistoryLimit", 1);
        PodTemplates.fillTemplate(Fill.object(Fill.object(spec, "jobTemplate"), "spec"));
    }

    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        JsonNode spec = object.path("spec");
        checkSchedule(spec.path("schedule"), problems);
        problems.notNegative(spec, "spec", "startingDeadlineSeconds");
        if (before == null || !before.path("spec").path("timeZone").equals(spec.path("timeZone"))) {
            checkZone(spec.path("timeZone"), problems);
        }
        if (!List.of("Allow", "Forbid", "Replace")
                .contains(spec.path("concurrencyPolicy").asText())) {
            problems.unsupported(
                    "spec.concurrencyPolicy", spec.path("concurrencyPolicy"), "\"Allow\", \"Forbid\", \"Replace\"");
        }
        JobRules.checkSpec(spec.path("jobTemplate").path("spec"), "spec.jobTemplate.spec", problems);
        problems.notNegative(spec, "spec", "successfulJobsHistoryLimit");
        problems.notNegative(spec, "spec", "failedJobsHistoryLimit");
        JsonNode name = object.path("metadata").path("name");
        if (before == null && name.asText().length() > LONGEST_NAME) {
            problems.invalid("metadata.name", name, "must be no more than " + LONGEST_NAME + " characters");
        }
    }

    private static void checkSchedule(JsonNode schedule, Problems problems) {
        if (schedule.asText().isEmpty()) {
            problems.required("spec.schedule", "");
            return;
        }
        if (schedule.asText().contains("TZ")) {
            problems.invalid(
                    "spec.schedule", schedule, "cannot use TZ or CRON_TZ in schedule, use timeZone field instead");
            return;
        }
        try {
            CronSchedule.parse(schedule.asText(), ZoneOffset.UTC);
        } catch (BadSchedule unreadable) {
            problems.invalid("spec.schedule", schedule, String.valueOf(unreadable.getMessage()));
        }
    }

    private static void checkZone(JsonNode zone, Problems problems) {
        if (zone.isMissingNode()) {
            return;
        }
        if (zone.asText().isEmpty()) {
            problems.invalid("spec.timeZone", zone, "timeZone must be nil or non-empty string");
            return;
        }
        try {
            ZoneId.of(zone.asText());
        } catch (DateTimeException unknown) {
            problems.invalid("spec.timeZone", zone, "unknown time zone " + zone.asText());
        }
    }
}
