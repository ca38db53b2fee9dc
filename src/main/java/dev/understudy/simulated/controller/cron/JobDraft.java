package dev.understudy.simulated.controller.cron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Owner;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The Job of one time of a schedule; its name tells the time, so that it cannot be made twice. */
final class JobDraft {
    private static final String SCHEDULED = "batch.kubernetes.io/cronjob-scheduled-timestamp";

    private JobDraft() {}

    static ObjectNode of(ObjectNode cronJob, Instant time, ZoneId zone) {
        JsonNode template = cronJob.path("spec").path("jobTemplate");
        ObjectNode job = JsonNodeFactory.instance.objectNode();
        job.put("apiVersion", Kinds.JOB.apiVersion()).put("kind", Kinds.JOB.kind());
        ObjectNode metadata = job.putObject("metadata");
        metadata.put("name", name(cronJob, time)).put("namespace", Meta.namespace(cronJob));
        for (String marks : new String[] {"labels", "annotations"}) {
            if (template.path("metadata").path(marks) instanceof ObjectNode found) {
                metadata.set(marks, found.deepCopy());
            }
        }
        metadata.withObjectProperty("annotations")
                .put(SCHEDULED, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(zone)));
        Owner.controlling(Kinds.CRON_JOB, cronJob).addTo(job);
        job.set("spec", template.path("spec").deepCopy());
        return job;
    }

    static String name(ObjectNode cronJob, Instant time) {
        return Meta.name(cronJob) + "-" + time.getEpochSecond() / 60;
    }
}
