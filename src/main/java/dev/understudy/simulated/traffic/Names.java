package dev.understudy.simulated.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.ObjectStore;
import java.util.List;
import java.util.Optional;

/** The names that the cluster's DNS knows: Services, and the pods of headless ones. */
final class Names {
    private static final String DOMAIN = "cluster.local";

    private final ObjectStore store;
    private final Routes routes;

    Names(ObjectStore store) {
        this.store = store;
        this.routes = new Routes(store);
    }

    /** Tries a name with each suffix of a pod's search list, then as it is. */
    Lookup find(String name, String ownNamespace) {
        String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return List.of("." + ownNamespace + ".svc." + DOMAIN, ".svc." + DOMAIN, "." + DOMAIN, "").stream()
                .map(suffix -> full(plain + suffix))
                .flatMap(Optional::stream)
                .map(Lookup.class::cast)
                .findFirst()
                .orElseGet(Lookup.Unknown::new);
    }

    private Optional<Lookup.Found> full(String name) {
        String[] parts = name.split("\\.");
        int service = parts.length - 5;
        if (service < 0 || service > 1 || !name.endsWith(".svc." + DOMAIN)) {
            return Optional.empty();
        }
        ServiceName wanted = new ServiceName(parts[service + 1], parts[service]);
        Optional<ObjectNode> found = store.view(Kinds.SERVICE, wanted.namespace(), wanted.name());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String address = found.get().path("spec").path("clusterIP").asText();
        Optional<String> answer = address.equals("None")
                ? podAddress(wanted, service == 1 ? parts[0] : "")
                : Optional.of(address).filter(each -> service == 0);
        return answer.map(each -> new Lookup.Found(name, each));
    }

    /** A headless Service stands for its ready pods: any of them, or the one with that name. */
    private Optional<String> podAddress(ServiceName service, String pod) {
        return routes.allReady(service).stream()
                .filter(each -> pod.isEmpty()
                        || each.path("metadata").path("name").asText().equals(pod))
                .map(each -> each.path("status").path("podIP").asText())
                .findFirst();
    }
}
