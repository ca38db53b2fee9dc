package dev.understudy.simulated.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Deployments, replica sets and jobs. */
final class WorkloadColumns {
    private WorkloadColumns() {}

    static List<Column> deployment() {
        return List.of(
                Column.text("Ready", each -> status(each, "readyReplicas") + "/" + spec(each, "replicas")),
                Column.count("Up-to-date", each -> status(each, "updatedReplicas")),
                Column.count("Available", each -> status(each, "availableReplicas")),
                Column.wide("Containers", each -> Cells.names(template(each))),
                Column.wide("Images", each -> Cells.images(template(each))),
                Column.wide("Selector", each -> Cells.selector(each.path("spec").path("selector"))));
    }

    static List<Column> replicaSet() {
        return List.of(
                Column.number("Desired", each -> spec(each, "replicas")),
                Column.number("Current", each -> status(each, "replicas")),
                Column.number("Ready", each -> status(each, "readyReplicas")),
                Column.wide("Containers", each -> Cells.names(template(each))),
                Column.wide("Images", each -> Cells.images(template(each))),
                Column.wide("Selector", each -> Cells.selector(each.path("spec").path("selector"))));
    }

    static List<Column> job(InstantSource clock) {
        return List.of(
                Column.text("Status", WorkloadColumns::jobState),
                Column.text("Completions", WorkloadColumns::completions),
                Column.text("Duration", each -> jobDuration(each, clock)),
                Column.wide("Containers", each -> Cells.names(template(each))),
                Column.wide("Images", each -> Cells.images(template(each))),
                Column.wide("Selector", each -> Cells.selector(each.path("spec").path("selector"))));
    }

    static List<Column> statefulSet() {
        return List.of(
                Column.text("Ready", each -> status(each, "readyReplicas") + "/" + spec(each, "replicas")),
                Column.wide("Containers", each -> Cells.names(template(each))),
                Column.wide("Images", each -> Cells.images(template(each))));
    }

    static List<Column> daemonSet() {
        return List.of(
                Column.number("Desired", each -> status(each, "desiredNumberScheduled")),
                Column.number("Current", each -> status(each, "currentNumberScheduled")),
                Column.number("Ready", each -> status(each, "numberReady")),
                Column.number("Up-to-date", each -> status(each, "updatedNumberScheduled")),
                Column.number("Available", each -> status(each, "numberAvailable")),
                Column.text(
                        "Node Selector", each -> Cells.selector(template(each).path("nodeSelector"))),
                Column.wide("Containers", each -> Cells.names(template(each))),
                Column.wide("Images", each -> Cells.images(template(each))),
                Column.wide("Selector", each -> Cells.selector(each.path("spec").path("selector"))));
    }

    static List<Column> cronJob(InstantSource clock) {
        return List.of(
                Column.text(
                        "Schedule", each -> each.path("spec").path("schedule").asText()),
                Column.text(
                        "Timezone", each -> each.path("spec").path("timeZone").asText(Cells.NONE)),
                Column.of("Suspend", "boolean", WorkloadColumns::suspended),
                Column.number(
                        "Active", each -> each.path("status").path("active").size()),
                Column.text("Last Schedule", each -> {
                    JsonNode last = each.path("status").path("lastScheduleTime");
                    return last.isTextual() ? Cells.since(last, clock) : Cells.NONE;
                }),
                Column.wide("Containers", each -> Cells.names(jobTemplate(each))),
                Column.wide("Images", each -> Cells.images(jobTemplate(each))),
                Column.wide(
                        "Selector",
                        each -> Cells.selector(each.path("spec")
                                .path("jobTemplate")
                                .path("spec")
                                .path("selector"))));
    }

    /** Declared as a truth value, but written as text by the server. */
    private static JsonNode suspended(ObjectNode cronJob) {
        return TextNode.valueOf(cronJob.path("spec").path("suspend").asBoolean() ? "True" : "False");
    }

    private static JsonNode jobTemplate(ObjectNode cronJob) {
        return cronJob.at("/spec/jobTemplate/spec/template/spec");
    }

    static List<Column> revision() {
        return List.of(
                Column.text("Controller", WorkloadColumns::controller),
                Column.count("Revision", each -> each.path("revision").asInt()));
    }

    private static String controller(ObjectNode object) {
        for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
            if (owner.path("controller").asBoolean()) {
                String group = owner.path("apiVersion").asText().replaceFirst("/.*", "");
                return owner.path("kind").asText().toLowerCase(Locale.ROOT) + "." + group + "/"
                        + owner.path("name").asText();
            }
        }
        return Cells.NONE;
    }

    /** A work queue is done by one success, or by one of several workers. */
    private static String completions(ObjectNode job) {
        int parallelism = spec(job, "parallelism");
        String wanted = job.path("spec").has("completions")
                ? Integer.toString(spec(job, "completions"))
                : parallelism > 1 ? "1 of " + parallelism : "1";
        return status(job, "succeeded") + "/" + wanted;
    }

    private static String jobState(ObjectNode job) {
        for (JsonNode condition : job.path("status").path("conditions")) {
            String type = condition.path("type").asText();
            if (condition.path("status").asText().equals("True") && !type.endsWith("Met") && !type.endsWith("Target")) {
                return type;
            }
        }
        return job.path("metadata").has("deletionTimestamp") ? "Terminating" : "Running";
    }

    private static String jobDuration(ObjectNode job, InstantSource clock) {
        JsonNode start = job.path("status").path("startTime");
        JsonNode end = job.path("status").path("completionTime");
        if (!start.isTextual()) {
            return "";
        }
        Instant until = end.isTextual() ? Instant.parse(end.asText()) : clock.instant();
        return Cells.human(Duration.between(Instant.parse(start.asText()), until));
    }

    private static int spec(ObjectNode object, String field) {
        return object.path("spec").path(field).asInt();
    }

    private static int status(ObjectNode object, String field) {
        return object.path("status").path(field).asInt();
    }

    private static JsonNode template(ObjectNode object) {
        return object.path("spec").path("template").path("spec");
    }
}
