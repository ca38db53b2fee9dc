package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.load.ContainerUse;
import dev.understudy.simulated.load.Meter;
import dev.understudy.simulated.load.RequestRates;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.schema.Amount;
import dev.understudy.simulated.selector.BadSelector;
import dev.understudy.simulated.selector.FieldSelector;
import dev.understudy.simulated.selector.LabelSelector;
import dev.understudy.simulated.store.Details;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.Refusals;
import dev.understudy.simulated.store.StatusException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers for {@code metrics.k8s.io/v1beta1}: what pods and nodes use now, as {@code kubectl top} shows it. */
final class UsageMetrics implements Endpoint {
    static final String GROUP = "metrics.k8s.io";

    private static final String VERSION = GROUP + "/v1beta1";
    private static final String WINDOW = "15s";
    /** What a node uses beside its pods. */
    private static final ContainerUse SYSTEM = new ContainerUse("", Amount.of("100m"), Amount.of("400Mi"));

    private final MemoryStore store;
    private final RequestRates rates;
    private final InstantSource clock;

    UsageMetrics(MemoryStore store, RequestRates rates, InstantSource clock) {
        this.store = store;
        this.rates = rates;
        this.clock = clock;
    }

    @Override
    public Reply answer(Ask ask) {
        Target target = ask.target();
        Kind kind = target.resource().equals("nodes") ? Kinds.NODE : Kinds.POD;
        boolean served = List.of("nodes", "pods").contains(target.resource())
                && target.version().equals("v1beta1")
                && target.subresource().isEmpty();
        if (!served) {
            throw Statuses.notServed(target.path());
        }
        return switch (target.verb()) {
            case "get" -> Reply.json(200, one(kind, target));
            case "list" -> Reply.json(200, list(kind, ask));
            default -> throw Statuses.notAllowed();
        };
    }

    private ObjectNode one(Kind kind, Target target) {
        Meter meter = new Meter(store, rates);
        return store.view(kind, target.namespace(), target.name())
                .flatMap(object -> of(kind, object, meter))
                .orElseThrow(() -> notFound(kind, target));
    }

    private static StatusException notFound(Kind kind, Target target) {
        String resource = kind.equals(Kinds.NODE) ? "nodemetrics" : "podmetrics";
        String name = target.namespace().isEmpty() ? target.name() : target.namespace() + "/" + target.name();
        return new StatusException(
                404,
                "NotFound",
                resource + "." + GROUP + " \"" + name + "\" not found",
                new Details(name, GROUP, resource, "", List.of(), 0));
    }

    private ObjectNode list(Kind kind, Ask ask) {
        Meter meter = new Meter(store, rates);
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.put("kind", kind.kind() + "MetricsList").put("apiVersion", VERSION).putObject("metadata");
        ArrayNode items = list.putArray("items");
        selected(kind, ask).flatMap(object -> of(kind, object, meter).stream()).forEach(items::add);
        return list;
    }

    private Stream<ObjectNode> selected(Kind kind, Ask ask) {
        try {
            LabelSelector labels = LabelSelector.parse(ask.parameter("labelSelector"));
            FieldSelector fields = FieldSelector.parse(kind.kind() + "Metrics", ask.parameter("fieldSelector"));
            return store.view(kind, ask.target().namespace())
                    .filter(fields::matches)
                    .filter(object -> labels.matches(object.path("metadata").path("labels")));
        } catch (BadSelector unreadable) {
            throw Refusals.badRequest(Objects.requireNonNullElse(unreadable.getMessage(), ""));
        }
    }

    /** Returns what an object uses; empty for a pod that does not run and a node that is not ready. */
    private Optional<ObjectNode> of(Kind kind, ObjectNode object, Meter meter) {
        return kind.equals(Kinds.NODE) ? node(object, meter) : pod(object, meter);
    }

    private Optional<ObjectNode> pod(ObjectNode pod, Meter meter) {
        List<ContainerUse> uses = meter.of(pod);
        if (uses.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode metrics = begin(Kinds.POD, pod);
        ArrayNode containers = metrics.putArray("containers");
        uses.forEach(use -> write(use, containers.addObject().put("name", use.name())));
        return Optional.of(metrics);
    }

    private Optional<ObjectNode> node(ObjectNode node, Meter meter) {
        if (!Condition.isTrue(node, "Ready")) {
            return Optional.empty();
        }
        String name = Meta.name(node);
        ContainerUse sum = store.view(Kinds.POD, "")
                .filter(pod -> pod.path("spec").path("nodeName").asText().equals(name))
                .flatMap(pod -> meter.of(pod).stream())
                .reduce(
                        SYSTEM,
                        (one, other) -> new ContainerUse(
                                "", one.cpu().plus(other.cpu()), one.memory().plus(other.memory())));
        ObjectNode metrics = begin(Kinds.NODE, node);
        write(sum, metrics);
        return Optional.of(metrics);
    }

    private ObjectNode begin(Kind kind, ObjectNode object) {
        ObjectNode metrics = JsonNodeFactory.instance.objectNode();
        metrics.put("kind", kind.kind() + "Metrics").put("apiVersion", VERSION);
        String now = Meta.timestamp(clock.instant());
        ObjectNode metadata = metrics.putObject("metadata").put("name", Meta.name(object));
        if (kind.namespaced()) {
            metadata.put("namespace", Meta.namespace(object));
        }
        metadata.put("creationTimestamp", now);
        if (object.path("metadata").has("labels")) {
            metadata.set("labels", object.path("metadata").path("labels").deepCopy());
        }
        metrics.put("timestamp", now).put("window", WINDOW);
        return metrics;
    }

    private static void write(ContainerUse use, ObjectNode to) {
        to.putObject("usage")
                .put("cpu", use.cpu().toString())
                .put("memory", use.memory().toString());
    }
}
