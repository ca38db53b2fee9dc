package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.discovery.Discovery;
import dev.understudy.simulated.discovery.OpenApi;
import dev.understudy.simulated.store.Catalogue;
import java.util.Optional;

/** Answers for paths outside the resources: version, health, discovery and OpenAPI. */
final class Paths implements Endpoint {
    /** Says to everybody what this is. */
    private static final String GIT_VERSION = "v1.36.0-understudy-simulated";

    private final Discovery discovery;
    private final OpenApi openApi;

    Paths(Catalogue kinds) {
        this.discovery = new Discovery(kinds);
        this.openApi = new OpenApi(kinds);
    }

    @Override
    public Reply answer(Ask ask) {
        if (!ask.method().equals("GET") && !ask.method().equals("HEAD")) {
            throw Statuses.notAllowed();
        }
        String path = ask.target().path().replaceAll("/+$", "");
        return switch (path) {
            case "" -> root();
            case "/version" -> Reply.json(200, version());
            case "/api" ->
                aggregated(ask, true).orElseGet(() -> Reply.json(200, Discovery.coreVersions(ask.header("Host"))));
            case "/apis" -> aggregated(ask, false).orElseGet(() -> Reply.json(200, discovery.groups()));
            case "/openapi/v3" -> Reply.json(200, openApi.index());
            default ->
                Health.answer(ask, path)
                        .or(() -> document(path).map(found -> Reply.json(200, found)))
                        .orElseThrow(() -> Statuses.notServed(path));
        };
    }

    private Optional<ObjectNode> document(String path) {
        String[] parts = path.split("/");
        if (path.startsWith("/openapi/v3/")) {
            return openApi.document(path.substring("/openapi/v3/".length()));
        }
        if (parts.length == 3 && parts[1].equals("api")) {
            return discovery.resources("", parts[2]);
        }
        if (parts.length == 3 && parts[1].equals("apis")) {
            return discovery.group(parts[2]);
        }
        return parts.length == 4 && parts[1].equals("apis")
                ? discovery.resources(parts[2], parts[3])
                : Optional.empty();
    }

    private Optional<Reply> aggregated(Ask ask, boolean core) {
        String accept = ask.header("Accept");
        if (!accept.contains("as=APIGroupDiscoveryList")) {
            return Optional.empty();
        }
        String version =
                accept.contains("v=v2;") || accept.contains("v=v2,") || accept.endsWith("v=v2") ? "v2" : "v2beta1";
        return Optional.of(Reply.json(
                "application/json;g=apidiscovery.k8s.io;v=" + version + ";as=APIGroupDiscoveryList",
                discovery.aggregated(core, version)));
    }

    private Reply root() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        discovery.paths().stream().sorted().forEach(root.putArray("paths")::add);
        return Reply.json(200, root);
    }

    private static ObjectNode version() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("major", "1")
                .put("minor", "36")
                .put("gitVersion", GIT_VERSION)
                .put("gitCommit", "")
                .put("gitTreeState", "clean")
                .put("buildDate", "2026-01-01T00:00:00Z")
                .put("goVersion", "none")
                .put("compiler", "javac")
                .put("platform", "java/25");
    }
}
