package dev.understudy.simulated.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Finds a ready pod behind a Service, each in turn. */
final class Routes {
    private static final String SERVICE_NAME = "kubernetes.io/service-name";

    private final ObjectStore store;
    private final AtomicInteger turn = new AtomicInteger();

    Routes(ObjectStore store) {
        this.store = store;
    }

    /** Follows a Service's port by its number or its name; the empty name is a port's that has none. */
    Route find(ServiceName name, String port) {
        Optional<ObjectNode> service = store.get(Kinds.SERVICE, name.namespace(), name.name());
        if (service.isEmpty()) {
            return new Route.None(Refused.noService(name.name()));
        }
        Optional<JsonNode> declared = port(service.get(), port);
        if (declared.isEmpty()) {
            return new Route.None(
                    isNumber(port) ? Refused.noPort(port, name.name()) : Refused.noEndpoints(title(name, port)));
        }
        List<ObjectNode> pods =
                ready(name, slice -> serves(slice, declared.get().path("name").asText()));
        return pods.isEmpty()
                ? new Route.None(Refused.noEndpoints(name.name()))
                : new Route.To(pods.get(Math.floorMod(turn.getAndIncrement(), pods.size())));
    }

    /** Follows whichever port a Service has first. */
    Route findAny(ServiceName name) {
        String first = store.get(Kinds.SERVICE, name.namespace(), name.name())
                .map(service -> service.at("/spec/ports/0/port").asText())
                .orElse("");
        return find(name, first);
    }

    /** Returns every ready pod behind a Service, whatever its port. */
    List<ObjectNode> allReady(ServiceName name) {
        return ready(name, slice -> true);
    }

    private static Optional<JsonNode> port(ObjectNode service, String wanted) {
        for (JsonNode port : service.path("spec").path("ports")) {
            if (port.path("name").asText().equals(wanted)
                    || port.path("port").asText().equals(wanted)) {
                return Optional.of(port);
            }
        }
        return Optional.empty();
    }

    private static String title(ServiceName service, String port) {
        return port.isEmpty() ? service.name() : service.name() + ":" + port;
    }

    private static boolean isNumber(String port) {
        return !port.isEmpty() && port.chars().allMatch(Character::isDigit);
    }

    private List<ObjectNode> ready(ServiceName service, Predicate<ObjectNode> wanted) {
        List<ObjectNode> pods = new ArrayList<>();
        for (ObjectNode slice :
                store.view(Kinds.ENDPOINT_SLICE, service.namespace()).toList()) {
            if (Marks.label(slice, SERVICE_NAME).equals(service.name()) && wanted.test(slice)) {
                slice.path("endpoints")
                        .forEach(endpoint -> pod(service.namespace(), endpoint).ifPresent(pods::add));
            }
        }
        return pods;
    }

    private static boolean serves(ObjectNode slice, String port) {
        for (JsonNode open : slice.path("ports")) {
            if (open.path("name").asText().equals(port)) {
                return true;
            }
        }
        return false;
    }

    /** The slice may lag behind: a pod that is gone or has a namesake does not answer. */
    private Optional<ObjectNode> pod(String namespace, JsonNode endpoint) {
        if (!endpoint.path("conditions").path("ready").asBoolean()) {
            return Optional.empty();
        }
        JsonNode target = endpoint.path("targetRef");
        return store.view(Kinds.POD, namespace, target.path("name").asText())
                .filter(pod -> Meta.uid(pod).equals(target.path("uid").asText()));
    }
}
