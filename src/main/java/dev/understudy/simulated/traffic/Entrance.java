package dev.understudy.simulated.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.network.Backend;
import dev.understudy.simulated.network.Backends;
import dev.understudy.simulated.network.GivenPods;
import dev.understudy.simulated.network.Reach;
import dev.understudy.simulated.network.ServiceName;
import java.util.List;
import java.util.Optional;

/**
 * Where the ingress controller sends a request.
 *
 * @param namespace namespace of the Ingress
 * @param ingress name of the Ingress
 * @param service the Service behind it
 * @param port name or number of the Service's port
 */
record Entrance(String namespace, String ingress, ServiceName service, String port) {
    /** How long the controller waits for a connection, in seconds. */
    private static final double PATIENCE = 5;

    /** Returns what becomes of requests that enter here: the controller's own answer where it reaches nobody. */
    Prospect prospect(Evaluation evaluation) {
        List<Backend> backends = backends(evaluation);
        if (backends.isEmpty()) {
            return Prospect.of(List.of(new Likely(1, Likely.UNAVAILABLE, "503 Service Temporarily Unavailable", 0)));
        }
        Reach.Served way = new Reach.Served(backends.getFirst().peer().address(), 0, backends);
        return evaluation.toward(GivenPods.INGRESS_CONTROLLER, way);
    }

    /** Returns the ready pods that the controller sends requests to, past the address of the Service. */
    List<Backend> backends(Evaluation evaluation) {
        Optional<ObjectNode> found = evaluation.picture().service(service);
        Optional<JsonNode> open = found.flatMap(each -> Backends.port(each, port));
        return open.map(each -> new Backends(evaluation.picture()).of(service, each))
                .orElse(List.of());
    }

    /** Returns the controller's own answer to a request that reached nobody; empty when it did. */
    static Optional<Likely> unanswered(Evaluation evaluation, Backend backend) {
        if (!evaluation.admits(GivenPods.INGRESS_CONTROLLER, backend)) {
            return Optional.of(new Likely(1, Likely.TIMED_OUT, "504 Gateway Time-out", PATIENCE));
        }
        return backend.peer().listens(backend.port())
                ? Optional.empty()
                : Optional.of(new Likely(1, Likely.BAD_GATEWAY, "502 Bad Gateway", 0));
    }
}
