package dev.understudy.simulated.discovery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.discovery.Discovery.GroupVersion;
import dev.understudy.simulated.store.Catalogue;
import java.util.Optional;

/** The OpenAPI v3 documents: enough for kubectl to validate on the server and to explain fields. */
public final class OpenApi {
    private final Catalogue kinds;
    private final Discovery discovery;

    /** Describes what a cluster serves at the moment of each question. */
    public OpenApi(Catalogue kinds) {
        this.kinds = kinds;
        this.discovery = new Discovery(kinds);
    }

    /** Returns the list of documents. */
    public ObjectNode index() {
        ObjectNode index = JsonNodeFactory.instance.objectNode();
        ObjectNode paths = index.putObject("paths");
        discovery
                .groupVersions()
                .forEach(each -> paths.putObject(each.path())
                        .put("serverRelativeURL", "/openapi/v3/" + each.path() + "?hash=1"));
        return index;
    }

    /**
     * Returns one document; empty when it is not served.
     *
     * @param path such as {@code apis/apps/v1}
     */
    public Optional<ObjectNode> document(String path) {
        return discovery
                .groupVersions()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .map(this::document);
    }

    private ObjectNode document(GroupVersion served) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.0.0");
        document.putObject("info")
                .put("title", "Understudy's simulated Kubernetes")
                .put("version", "v1");
        ObjectNode paths = document.putObject("paths");
        SchemaDocument schemas = new SchemaDocument(kinds);
        for (Resource resource : discovery.resources(served)) {
            if (resource.verbs().contains("patch") && resource.subresource().isEmpty()) {
                String within = resource.namespaced() ? "/namespaces/{namespace}/" : "/";
                describe(paths.putObject("/" + served.path() + within + resource.name() + "/{name}"), resource);
                schemas.add(resource);
            }
        }
        document.putObject("components").set("schemas", schemas.written());
        return document;
    }

    private static void describe(ObjectNode path, Resource resource) {
        ObjectNode patch = path.putObject("patch");
        patch.put("x-kubernetes-action", "patch");
        patch.putObject("x-kubernetes-group-version-kind")
                .put("group", resource.group())
                .put("kind", resource.kind())
                .put("version", resource.version());
        for (String name : new String[] {"dryRun", "fieldManager", "fieldValidation"}) {
            ObjectNode parameter = patch.withArrayProperty("parameters").addObject();
            parameter.put("name", name).put("in", "query").putObject("schema").put("type", "string");
        }
        patch.putObject("responses").putObject("200").put("description", "OK");
    }
}
