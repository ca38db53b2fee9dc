package dev.understudy.simulated.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names as a resolver in a container finds them: with the search list of its namespace, asked of the cluster's DNS over
 * UDP. Nothing outside the cluster has a name.
 */
public final class Names {
    private static final int DNS_PORT = 53;
    private static final String ZONE = ".cluster.local";
    private static final String SERVICES = ".svc" + ZONE;
    /** A name with at least so many dots is taken as it stands first; as kubelets configure it. */
    private static final int DOTS = 5;

    private static final int MOST_ALIASES = 8;

    private final NetworkPicture picture;
    private final Backends backends;

    public Names(NetworkPicture picture) {
        this.picture = picture;
        this.backends = new Backends(picture);
    }

    /** Asks for the addresses of a host. */
    public Resolution resolve(Peer from, String host) {
        if (Cidr.isAddress(host)) {
            return new Resolution.Found(host, List.of(host));
        }
        if (!reachesServer(from)) {
            return new Resolution.Silent(host);
        }
        for (String candidate : candidates(host, from.namespace())) {
            List<String> found = addresses(candidate, MOST_ALIASES);
            if (!found.isEmpty()) {
                return new Resolution.Found(candidate, found);
            }
        }
        return new Resolution.NotFound(host);
    }

    private boolean reachesServer(Peer from) {
        ServiceName name = new ServiceName(GivenPods.SYSTEM, GivenPods.DNS_SERVICE);
        List<Backend> servers = picture.service(name)
                .map(service -> service.path("spec")
                        .path("ports")
                        .valueStream()
                        .filter(port -> port.path("protocol").asText().equals("UDP"))
                        .flatMap(port -> backends.of(name, port).stream())
                        .toList())
                .orElse(List.of(new Backend(GivenPods.DNS, DNS_PORT)));
        return servers.stream().anyMatch(server -> picture.allows(from, server.peer(), server.port(), "UDP"));
    }

    private static List<String> candidates(String host, String namespace) {
        if (host.endsWith(".")) {
            return List.of(host.substring(0, host.length() - 1));
        }
        List<String> all = new ArrayList<>();
        if (!namespace.isEmpty()) {
            all.add(host + "." + namespace + SERVICES);
        }
        all.add(host + SERVICES);
        all.add(host + ZONE);
        boolean asItStands = host.chars().filter(letter -> letter == '.').count() >= DOTS;
        all.add(asItStands ? 0 : all.size(), host);
        return all;
    }

    private List<String> addresses(String full, int aliasesLeft) {
        if (!full.endsWith(SERVICES) || aliasesLeft == 0) {
            return List.of();
        }
        String[] labels = full.substring(0, full.length() - SERVICES.length()).split("\\.", -1);
        return switch (labels.length) {
            case 2 ->
                picture.service(new ServiceName(labels[1], labels[0]))
                        .map(service -> ofService(service, aliasesLeft))
                        .orElse(List.of());
            case 3 -> ofPod(labels[0], new ServiceName(labels[2], labels[1]));
            default -> List.of();
        };
    }

    private List<String> ofService(ObjectNode service, int aliasesLeft) {
        JsonNode spec = service.path("spec");
        if (spec.path("type").asText().equals("ExternalName")) {
            return addresses(spec.path("externalName").asText().replaceFirst("\\.$", ""), aliasesLeft - 1);
        }
        String address = spec.path("clusterIP").asText();
        if (Cidr.isAddress(address)) {
            return List.of(address);
        }
        return ready(new ServiceName(Meta.namespace(service), Meta.name(service)))
                .map(endpoint -> endpoint.path("addresses").path(0).asText())
                .toList();
    }

    /** A pod with a hostname has a name below the Service that is its subdomain. */
    private List<String> ofPod(String hostname, ServiceName service) {
        return ready(service)
                .filter(endpoint -> endpoint.path("hostname").asText().equals(hostname))
                .map(endpoint -> endpoint.path("addresses").path(0).asText())
                .toList();
    }

    private Stream<JsonNode> ready(ServiceName service) {
        return picture.slices(service).stream()
                .flatMap(slice -> slice.path("endpoints").valueStream())
                .filter(endpoint -> endpoint.path("conditions").path("ready").asBoolean(true));
    }
}
