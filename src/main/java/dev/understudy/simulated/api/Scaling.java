package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.rules.Cause;
import dev.understudy.simulated.schema.Shape.Anything;
import dev.understudy.simulated.store.Details;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.Refusals;
import dev.understudy.simulated.store.StatusException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Answers for {@code /scale}: the number of replicas of a workload, whatever its kind. It does not show 0. */
final class Scaling implements Endpoint {
    private static final List<String> SHOWN =
            List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp");

    private final MemoryStore store;

    Scaling(MemoryStore store) {
        this.store = store;
    }

    @Override
    public Reply answer(Ask ask) {
        return switch (ask.target().verb()) {
            case "get" -> Reply.json(200, scale(read(ask)));
            case "update" -> write(ask, scale -> replacement(ask));
            case "patch" -> {
                Patches patches = Patches.read(ask);
                yield write(ask, scale -> patches.apply(Anything.ANYTHING, scale));
            }
            default -> throw Statuses.notAllowed();
        };
    }

    private ObjectNode read(Ask ask) {
        Kind kind = ask.kind();
        return store.get(kind, ask.target().namespace(), ask.target().name())
                .orElseThrow(() -> Refusals.notFound(kind, ask.target().name()));
    }

    private Reply write(Ask ask, UnaryOperator<ObjectNode> change) {
        ObjectNode scaled = store.change(
                ask.kind(), ask.target().namespace(), ask.target().name(), ask.write("scale"), workload -> {
                    ObjectNode wanted = change.apply(scale(workload));
                    int replicas = wanted.path("spec").path("replicas").asInt(0);
                    refuseNegative(Meta.name(workload), replicas);
                    workload.withObjectProperty("spec").put("replicas", replicas);
                    Meta.of(workload).put("resourceVersion", Meta.resourceVersion(wanted));
                    return workload;
                });
        return Reply.json(200, scale(scaled));
    }

    private static ObjectNode replacement(Ask ask) {
        if (!(Bodies.read(ask).value() instanceof ObjectNode scale)) {
            throw Refusals.badRequest("a Scale is expected");
        }
        return scale;
    }

    private static void refuseNegative(String name, int replicas) {
        if (replicas < 0) {
            Cause cause = new Cause(
                    "FieldValueInvalid",
                    "Invalid value: " + replicas + ": must be greater than or equal to 0",
                    "spec.replicas");
            throw new StatusException(
                    422,
                    "Invalid",
                    "Scale.autoscaling \"" + name + "\" is invalid: spec.replicas: " + cause.message(),
                    new Details(name, "autoscaling", "Scale", "", List.of(cause), 0));
        }
    }

    private static ObjectNode scale(ObjectNode workload) {
        ObjectNode scale = JsonNodeFactory.instance.objectNode();
        scale.put("kind", "Scale").put("apiVersion", "autoscaling/v1");
        ObjectNode metadata = scale.putObject("metadata");
        SHOWN.forEach(field -> metadata.set(field, workload.path("metadata").get(field)));
        int wanted = workload.path("spec").path("replicas").asInt(0);
        ObjectNode spec = scale.putObject("spec");
        if (wanted != 0) {
            spec.put("replicas", wanted);
        }
        ObjectNode status = scale.putObject("status");
        status.put("replicas", workload.path("status").path("replicas").asInt(0));
        String selector = selector(workload.path("spec").path("selector"));
        if (!selector.isEmpty()) {
            status.put("selector", selector);
        }
        return scale;
    }

    private static String selector(JsonNode selector) {
        return selector.path("matchLabels").properties().stream()
                .map(label -> label.getKey() + "=" + label.getValue().asText())
                .collect(Collectors.joining(","));
    }
}
