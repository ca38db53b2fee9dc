package dev.understudy.simulated.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.object.Selector;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A network without policies: every pod reaches every Service, every pod and the cluster's DNS. */
public final class OpenNetwork implements PodTraffic {
    private static final Pattern ADDRESS = Pattern.compile("\\d+(\\.\\d+){3}");
    private static final String LOOPBACK = "127.0.0.1";

    private final ObjectStore store;
    private final Traffic traffic;
    private final Names names;

    public OpenNetwork(ObjectStore store, Traffic traffic) {
        this.store = store;
        this.traffic = traffic;
        this.names = new Names(store);
    }

    @Override
    public Lookup lookUp(ObjectNode pod, String name) {
        if (ADDRESS.matcher(name).matches()) {
            return new Lookup.Found(name, name);
        }
        return name.equals("localhost") ? new Lookup.Found(name, LOOPBACK) : names.find(name, Meta.namespace(pod));
    }

    @Override
    public Response request(ObjectNode pod, String address, int port, String method, String path) {
        if (address.startsWith("127.") || address.equals(addressOf(pod))) {
            return onLoopback(pod, port, method, path);
        }
        Optional<ObjectNode> service = first(
                Kinds.SERVICE,
                "",
                each -> each.path("spec").path("clusterIP").asText().equals(address));
        if (service.isPresent()) {
            return traffic.connect(service.get(), port, path);
        }
        return first(Kinds.POD, "", each -> addressOf(each).equals(address) && PodState.active(each))
                .map(other -> onLoopback(other, port, method, path))
                .orElseGet(Response.Silence::new);
    }

    @Override
    public Response onLoopback(ObjectNode pod, int port, String method, String path) {
        return PodState.phase(pod).equals("Running") && listens(pod, port)
                ? new Response.Answered(traffic.answerOf(pod, path))
                : new Response.NobodyListens();
    }

    /** A port is open when a container declares it or a Service sends there; the image itself cannot be asked. */
    private boolean listens(ObjectNode pod, int port) {
        for (JsonNode container : pod.path("spec").path("containers")) {
            for (JsonNode declared : container.path("ports")) {
                if (declared.path("containerPort").asInt() == port) {
                    return true;
                }
            }
        }
        return first(Kinds.SERVICE, Meta.namespace(pod), service -> sendsTo(service, pod, port))
                .isPresent();
    }

    private static boolean sendsTo(ObjectNode service, ObjectNode pod, int port) {
        JsonNode labels = service.path("spec").path("selector");
        if (labels.isEmpty() || !Selector.ofLabels(labels).matches(pod)) {
            return false;
        }
        for (JsonNode each : service.path("spec").path("ports")) {
            if (each.path("targetPort").asInt(each.path("port").asInt()) == port) {
                return true;
            }
        }
        return false;
    }

    private static String addressOf(ObjectNode pod) {
        return pod.path("status").path("podIP").asText();
    }

    private Optional<ObjectNode> first(Kind kind, String namespace, Predicate<ObjectNode> wanted) {
        return store.view(kind, namespace).filter(wanted).findFirst();
    }
}
