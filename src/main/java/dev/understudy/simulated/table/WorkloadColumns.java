package dev.understudy.simulated.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Deployments, replica sets and jobs. */
final class WorkloadColumns {
    private WorkloadColumns() {}

    static List<Column> deployment() {
        return List.of(
                Column.text("Ready", each -> status(each, "readyReplicas") + "/" + spec(each, "replicas")),
                Column.number("Up-to-date", each -> status(each, "updatedReplicas")),
                Column.number("Available", each -> status(each, "availableReplicas")),
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
                Column.text(
                        "Completions",
                        each -> status(each, "succeeded") + "/"
                                + each.path("spec").path("completions").asInt(1)),
                Column.text("Duration", each -> jobDuration(each, clock)),
                Column.wide("Containers", each -> Cells.names(template(each))),
                Column.wide("Images", each -> Cells.images(template(each))),
                Column.wide("Selector", each -> Cells.selector(each.path("spec").path("selector"))));
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
