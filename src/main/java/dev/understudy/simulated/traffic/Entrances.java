package dev.understudy.simulated.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.network.NetworkPicture;
import dev.understudy.simulated.network.ServiceName;
import dev.understudy.simulated.store.Meta;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Routes a request by host and path as the rules of all served Ingresses say. An Ingress is served when its class is
 * there. The host named exactly goes before a wildcard, that before no host; on the path the exact one goes before the
 * longest prefix. What no path matches goes to the default backend of an Ingress with that host, or of one without
 * rules.
 */
final class Entrances {
    private record Match(int exactness, int length, Entrance entrance) {
        static final Comparator<Match> BEST =
                Comparator.comparingInt(Match::exactness).thenComparingInt(Match::length);
    }

    private Entrances() {}

    /** Returns the Ingresses that the simulated controller serves, oldest first. */
    static List<ObjectNode> served(NetworkPicture picture) {
        Set<String> classes = picture.ingressClasses().stream().map(Meta::name).collect(Collectors.toSet());
        return picture.ingresses().stream()
                .filter(ingress -> classes.contains(
                        ingress.path("spec").path("ingressClassName").asText()))
                .sorted(Comparator.comparing((ObjectNode each) -> Meta.text(each, "creationTimestamp"))
                        .thenComparing(Meta::namespace)
                        .thenComparing(Meta::name))
                .toList();
    }

    /**
     * Finds where a request goes, empty when no rule is for it.
     *
     * @param host the {@code Host} header; a port in it does not count
     * @param path path with its query
     */
    static Optional<Entrance> find(NetworkPicture picture, String host, String path) {
        String name = host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        String plain = path.replaceFirst("\\?.*", "");
        List<ObjectNode> served = served(picture);
        for (int closeness = 2; closeness >= 0; closeness--) {
            int wanted = closeness;
            List<ObjectNode> with = served.stream()
                    .filter(ingress -> rules(ingress, name, wanted).findAny().isPresent())
                    .toList();
            if (!with.isEmpty()) {
                return with.stream()
                        .flatMap(ingress -> rules(ingress, name, wanted).flatMap(rule -> matches(ingress, rule, plain)))
                        .max(Match.BEST)
                        .map(Match::entrance)
                        .or(() -> byDefault(with));
            }
        }
        return byDefault(served.stream()
                .filter(ingress -> ingress.path("spec").path("rules").isEmpty())
                .toList());
    }

    private static Optional<Entrance> byDefault(List<ObjectNode> ingresses) {
        return ingresses.stream()
                .filter(ingress -> ingress.path("spec").has("defaultBackend"))
                .flatMap(ingress -> entrance(ingress, ingress.path("spec").path("defaultBackend")).stream())
                .findFirst();
    }

    /** Returns the rules for a host: 2 those that name it, 1 those with a wildcard for it, 0 those for every host. */
    private static Stream<JsonNode> rules(ObjectNode ingress, String host, int closeness) {
        return ingress.path("spec")
                .path("rules")
                .valueStream()
                .filter(rule -> rule.has("http"))
                .filter(rule -> closeness(rule.path("host").asText(), host) == closeness);
    }

    private static int closeness(String rule, String host) {
        if (rule.isEmpty()) {
            return 0;
        }
        int dot = host.indexOf('.');
        boolean covered = dot > 0 && rule.equals("*" + host.substring(dot));
        return rule.equals(host) ? 2 : covered ? 1 : -1;
    }

    private static Stream<Match> matches(ObjectNode ingress, JsonNode rule, String path) {
        return rule.path("http")
                .path("paths")
                .valueStream()
                .filter(entry -> matches(entry, path))
                .flatMap(entry -> entrance(ingress, entry.path("backend")).stream()
                        .map(entrance -> new Match(
                                entry.path("pathType").asText().equals("Exact") ? 1 : 0,
                                entry.path("path").asText().length(),
                                entrance)));
    }

    /** A prefix matches whole parts of a path: {@code /cart} stands for {@code /cart/7} and not for {@code /carts}. */
    private static boolean matches(JsonNode entry, String path) {
        String wanted = entry.path("path").asText();
        if (entry.path("pathType").asText().equals("Exact")) {
            return path.equals(wanted);
        }
        String prefix = wanted.replaceFirst("/+$", "");
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }

    private static Optional<Entrance> entrance(ObjectNode ingress, JsonNode backend) {
        JsonNode service = backend.path("service");
        if (service.isMissingNode()) {
            return Optional.empty();
        }
        String namespace = Meta.namespace(ingress);
        JsonNode port = service.path("port");
        return Optional.of(new Entrance(
                namespace,
                Meta.name(ingress),
                new ServiceName(namespace, service.path("name").asText()),
                port.path("name").asText(port.path("number").asText())));
    }
}
