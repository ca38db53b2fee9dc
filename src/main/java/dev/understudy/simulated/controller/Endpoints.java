package dev.understudy.simulated.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.store.Meta;
import java.util.List;

/** The entries of an EndpointSlice: one for each pod, and the ports that they listen on. */
final class Endpoints {
    private Endpoints() {}

    /** Tells whether a pod has an address and has not ended. */
    static boolean isReachable(ObjectNode pod) {
        return pod.path("status").hasNonNull("podIP") && !PodState.finished(pod);
    }

    /** Returns the entry of a pod; one that names the Service as its subdomain has a name of its own below it. */
    static ObjectNode of(ObjectNode pod, ObjectNode service, String zone) {
        ObjectNode endpoint = JsonNodeFactory.instance.objectNode();
        endpoint.putArray("addresses").add(pod.path("status").path("podIP").asText());
        boolean evenNotReady =
                service.path("spec").path("publishNotReadyAddresses").asBoolean();
        boolean serving = PodState.ready(pod);
        boolean terminating = Meta.isTerminating(pod);
        endpoint.putObject("conditions")
                .put("ready", evenNotReady || (serving && !terminating))
                .put("serving", serving)
                .put("terminating", terminating);
        endpoint.put("nodeName", pod.path("spec").path("nodeName").asText());
        endpoint.putObject("targetRef")
                .put("kind", "Pod")
                .put("name", Meta.name(pod))
                .put("namespace", Meta.namespace(pod))
                .put("uid", Meta.uid(pod));
        JsonNode spec = pod.path("spec");
        if (spec.has("hostname") && spec.path("subdomain").asText().equals(Meta.name(service))) {
            endpoint.set("hostname", spec.get("hostname"));
        }
        if (!zone.isEmpty()) {
            endpoint.put("zone", zone);
        }
        return endpoint;
    }

    /** Returns the Service's ports as its pods know them, by number; none without pods. */
    static ArrayNode ports(ObjectNode service, List<ObjectNode> pods) {
        ArrayNode ports = JsonNodeFactory.instance.arrayNode();
        for (JsonNode port : service.path("spec").path("ports")) {
            int number = pods.isEmpty() ? 0 : target(port, pods);
            if (number > 0) {
                ports.addObject()
                        .put("name", port.path("name").asText(""))
                        .put("port", number)
                        .put("protocol", port.path("protocol").asText("TCP"));
            }
        }
        return ports;
    }

    private static int target(JsonNode port, List<ObjectNode> pods) {
        JsonNode target = port.path("targetPort");
        if (!target.isTextual()) {
            return target.asInt(port.path("port").asInt());
        }
        for (ObjectNode pod : pods) {
            for (JsonNode container : pod.path("spec").path("containers")) {
                for (JsonNode open : container.path("ports")) {
                    if (open.path("name").asText().equals(target.asText())) {
                        return open.path("containerPort").asInt();
                    }
                }
            }
        }
        return 0;
    }
}
