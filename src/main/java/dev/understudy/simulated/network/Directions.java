package dev.understudy.simulated.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Finds where a connection leads: by DNS, to a pod or through a Service to the pods behind it. */
public final class Directions {
    private final NetworkPicture picture;
    private final Names names;
    private final Backends backends;

    public Directions(NetworkPicture picture) {
        this.picture = picture;
        this.names = new Names(picture);
        this.backends = new Backends(picture);
    }

    /** Follows a TCP connection from one end to a host, which may be a name or an address. */
    public Reach find(Peer from, String host, int port) {
        Resolution resolution = names.resolve(from, host);
        return resolution instanceof Resolution.Found found
                ? follow(from, found.addresses(), port)
                : new Reach.Nameless(resolution);
    }

    private Reach follow(Peer from, List<String> addresses, int port) {
        String first = addresses.getFirst();
        Optional<ObjectNode> service = picture.serviceAt(first);
        if (service.isPresent()) {
            return through(from, service.get(), first, port);
        }
        List<Backend> pods = addresses.stream()
                .flatMap(address -> picture.podAt(address).stream())
                .map(pod -> new Backend(pod, port))
                .toList();
        return pods.isEmpty() ? new Reach.Lost(first, port) : new Reach.Served(first, port, pods);
    }

    private Reach through(Peer from, ObjectNode service, String address, int number) {
        Optional<JsonNode> port = service.path("spec")
                .path("ports")
                .valueStream()
                .filter(each -> each.path("port").asInt() == number)
                .filter(each -> each.path("protocol").asText("TCP").equals("TCP"))
                .findFirst();
        if (port.isEmpty()) {
            return new Reach.Lost(address, number);
        }
        List<Backend> serving = chosen(from, service, backends.of(NetworkPicture.name(service), port.get()));
        return serving.isEmpty() ? new Reach.Unserved(address, number) : new Reach.Served(address, number, serving);
    }

    /** A Service may keep its traffic on the caller's node, and a caller on one pod. */
    private static List<Backend> chosen(Peer from, ObjectNode service, List<Backend> serving) {
        JsonNode spec = service.path("spec");
        boolean local = spec.path("internalTrafficPolicy").asText().equals("Local");
        List<Backend> near = local
                ? serving.stream()
                        .filter(backend -> backend.peer().node().equals(from.node()))
                        .toList()
                : serving;
        boolean sticky = spec.path("sessionAffinity").asText().equals("ClientIP");
        return sticky && !near.isEmpty()
                ? List.of(near.get(Math.floorMod(from.address().hashCode(), near.size())))
                : near;
    }
}
