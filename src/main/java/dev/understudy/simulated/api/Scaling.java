package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.schema.Shape.Anything;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.Refusals;
import java.util.List;
import java.util.function.UnaryOperator;

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
            case "get" -> Reply.json(200, scale(places(ask), read(ask)));
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
        ScalePlaces places = places(ask);
        ObjectNode scaled = store.change(
                ask.kind(), ask.target().namespace(), ask.target().name(), ask.write("scale"), workload -> {
                    ObjectNode wanted = change.apply(scale(places, workload));
                    int replicas = wanted.path("spec").path("replicas").asInt(0);
                    if (replicas < 0) {
                        throw places.negative(Meta.name(workload), replicas);
                    }
                    places.want(workload, replicas);
                    Meta.of(workload).put("resourceVersion", Meta.resourceVersion(wanted));
                    return workload;
                });
        return Reply.json(200, scale(places, scaled));
    }

    private static ScalePlaces places(Ask ask) {
        return ScalePlaces.of(ask.kind(), ask.kinds());
    }

    private static ObjectNode replacement(Ask ask) {
        if (!(Bodies.read(ask).value() instanceof ObjectNode scale)) {
            throw Refusals.badRequest("a Scale is expected");
        }
        return scale;
    }

    private static ObjectNode scale(ScalePlaces places, ObjectNode workload) {
        ObjectNode scale = JsonNodeFactory.instance.objectNode();
        scale.put("kind", "Scale").put("apiVersion", "autoscaling/v1");
        ObjectNode metadata = scale.putObject("metadata");
        for (String field : SHOWN) {
            JsonNode value = workload.path("metadata").get(field);
            if (value != null) {
                metadata.set(field, value);
            }
        }
        int wanted = places.wanted(workload);
        ObjectNode spec = scale.putObject("spec");
        if (wanted != 0) {
            spec.put("replicas", wanted);
        }
        ObjectNode status = scale.putObject("status");
        status.put("replicas", places.present(workload));
        String selector = places.selector(workload);
        if (!selector.isEmpty()) {
            status.put("selector", selector);
        }
        return scale;
    }
}
