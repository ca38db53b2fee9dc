package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.rules.Cause;
import dev.understudy.simulated.store.Deletion;
import dev.understudy.simulated.store.Details;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.Refusals;
import dev.understudy.simulated.store.StatusException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Answers the deletion of one object and of a selection. */
final class Deleting {
    private static final String JOBS_WARNING = "child pods are preserved by default when jobs are deleted; set"
            + " propagationPolicy=Background to remove them or set propagationPolicy=Orphan to suppress this warning";

    private static final Set<String> FOR_GOOD = Set.of("default", "kube-system", "kube-public");

    private static final Set<String> POLICIES = Set.of("Background", "Foreground", "Orphan");

    private final MemoryStore store;

    Deleting(MemoryStore store) {
        this.store = store;
    }

    Reply one(Ask ask) {
        Kind kind = ask.kind();
        if (kind.equals(Kinds.NAMESPACE) && FOR_GOOD.contains(ask.target().name())) {
            throw Refusals.forbidden(kind, ask.target().name(), "this namespace may not be deleted", List.of());
        }
        Deletion deletion = deletion(ask, Bodies.optional(ask));
        ObjectNode last =
                store.delete(kind, ask.target().namespace(), ask.target().name(), deletion);
        boolean waits = Meta.isTerminating(last);
        ObjectNode body =
                waits || kind.equals(Kinds.POD) ? last : Statuses.deleted(kind, Meta.name(last), Meta.uid(last));
        return Reply.json(200, body, warnings(ask, kind, deletion));
    }

    Reply selection(Ask ask) {
        Kind kind = ask.kind();
        Selection selection = Selection.of(ask);
        Deletion deletion = deletion(ask, Bodies.optional(ask));
        List<ObjectNode> deleted = new ArrayList<>();
        for (ObjectNode object : store.list(kind, ask.target().namespace())) {
            if (selection.matches(object)) {
                deleted.add(store.delete(kind, Meta.namespace(object), Meta.name(object), deletion));
            }
        }
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.put("kind", kind.kind() + "List").put("apiVersion", kind.apiVersion());
        list.putObject("metadata")
                .put("resourceVersion", Long.toString(store.snapshot(kind, "").resourceVersion()));
        list.putArray("items").addAll(deleted);
        return Reply.json(200, list);
    }

    static Deletion deletion(Ask ask, JsonNode options) {
        JsonNode preconditions = options.path("preconditions");
        boolean dryRun = ask.isDryRun() || !options.path("dryRun").isEmpty();
        return new Deletion(
                preconditions.path("uid").asText(""),
                preconditions.path("resourceVersion").asText(""),
                policy(ask, options),
                ask.number("gracePeriodSeconds")
                        .orElse(options.path("gracePeriodSeconds").asLong(-1)),
                dryRun);
    }

    private static String policy(Ask ask, JsonNode options) {
        String wished = wishedPolicy(ask, options);
        if (!wished.isEmpty() && !POLICIES.contains(wished)) {
            throw unknownPolicy(wished);
        }
        if (!wished.isEmpty()) {
            return wished;
        }
        // Jobs are the one kind whose children outlive them unless the client says otherwise.
        return Kinds.JOB.equals(ask.target().kind()) ? "Orphan" : "Background";
    }

    private static StatusException unknownPolicy(String wished) {
        String why = "Unsupported value: \"" + wished
                + "\": supported values: \"Foreground\", \"Background\", \"Orphan\", \"nil\"";
        Cause cause = new Cause("FieldValueNotSupported", why, "propagationPolicy");
        return new StatusException(
                422,
                "Invalid",
                "DeleteOptions.meta.k8s.io \"\" is invalid: propagationPolicy: " + why,
                new Details("", "meta.k8s.io", "DeleteOptions", "", List.of(cause), 0));
    }

    private static String wishedPolicy(Ask ask, JsonNode options) {
        String parameter = ask.parameter("propagationPolicy");
        if (!parameter.isEmpty()) {
            return parameter;
        }
        if (options.path("orphanDependents").asBoolean() || ask.flag("orphanDependents")) {
            return "Orphan";
        }
        return options.path("propagationPolicy").asText("");
    }

    private static List<String> warnings(Ask ask, Kind kind, Deletion deletion) {
        boolean byDefault = kind.equals(Kinds.JOB)
                && deletion.policy().equals("Orphan")
                && wishedPolicy(ask, Bodies.optional(ask)).isEmpty();
        return byDefault ? List.of(JOBS_WARNING) : List.of();
    }
}
