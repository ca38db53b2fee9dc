package dev.understudy.simulated.controller.cron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;

/** The Jobs of a CronJob that still run, as its status lists them. */
final class ActiveList {
    private static final String FIELD = "active";

    private final ObjectNode status;

    ActiveList(ObjectNode status) {
        this.status = status;
    }

    boolean isEmpty() {
        return status.path(FIELD).isEmpty();
    }

    boolean contains(String uid) {
        return status.path(FIELD)
                .valueStream()
                .anyMatch(listed -> listed.path("uid").asText().equals(uid));
    }

    JsonNode entries() {
        return status.path(FIELD).deepCopy();
    }

    void add(ObjectNode job) {
        status.withArrayProperty(FIELD)
                .addObject()
                .put("apiVersion", Kinds.JOB.apiVersion())
                .put("kind", Kinds.JOB.kind())
                .put("name", Meta.name(job))
                .put("namespace", Meta.namespace(job))
                .put("resourceVersion", Meta.resourceVersion(job))
                .put("uid", Meta.uid(job));
    }

    void remove(String uid) {
        ArrayNode left = status.arrayNode();
        status.path(FIELD)
                .valueStream()
                .filter(listed -> !listed.path("uid").asText().equals(uid))
                .forEach(left::add);
        if (left.isEmpty()) {
            status.remove(FIELD);
        } else {
            status.set(FIELD, left);
        }
    }
}
