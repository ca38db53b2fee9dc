package dev.understudy.simulated.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who serves a port of a Service: its ready endpoints. */
public final class Backends {
    private final NetworkPicture picture;

    public Backends(NetworkPicture picture) {
        this.picture = picture;
    }

    /** Returns the port of a Service that has this number or this name; the empty name is a port's that has none. */
    public static Optional<JsonNode> port(ObjectNode service, String wanted) {
        return service.path("spec")
                .path("ports")
                .valueStream()
                .filter(port -> port.path("name").asText().equals(wanted)
                        || port.path("port").asText().equals(wanted))
                .findFirst();
    }

    /** Returns who serves a port, in the order of the slices. */
    public List<Backend> of(ServiceName service, JsonNode port) {
        List<Backend> backends = new ArrayList<>();
        for (ObjectNode slice : picture.slices(service)) {
            slice.path("ports")
                    .valueStream()
                    .filter(open ->
                            open.path("name").asText().equals(port.path("name").asText()))
                    .findFirst()
                    .ifPresent(open -> slice.path("endpoints")
                            .forEach(endpoint -> peer(service, endpoint)
                                    .ifPresent(peer -> backends.add(new Backend(
                                            peer,
                                            number(port, peer, open.path("port").asInt()))))));
        }
        return backends;
    }

    /** Pods of one Service may give the same name to different ports. */
    private static int number(JsonNode port, Peer peer, int ofSlice) {
        JsonNode target = port.path("targetPort");
        return target.isTextual()
                ? peer.port(target.asText(), port.path("protocol").asText("TCP"))
                        .orElse(ofSlice)
                : ofSlice;
    }

    /** The slice may lag behind: a pod that is gone or has a namesake does not answer. */
    private Optional<Peer> peer(ServiceName service, JsonNode endpoint) {
        if (!endpoint.path("conditions").path("ready").asBoolean(true)) {
            return Optional.empty();
        }
        JsonNode target = endpoint.path("targetRef");
        String address = endpoint.path("addresses").path(0).asText();
        return target.path("kind").asText().equals("Pod")
                ? picture.pod(service.namespace(), target.path("name").asText())
                        .filter(pod ->
                                Meta.uid(pod.object()).equals(target.path("uid").asText()))
                : Optional.of(picture.podAt(address).orElseGet(() -> Peer.outside(address)));
    }
}
