package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.Refusals;
import dev.understudy.simulated.store.StatusException;
import java.io.IOException;
import java.util.List;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the objects that clients send: JSON, YAML and protobuf. */
final class Bodies {
    private Bodies() {}

    /**
     * What a client sent.
     *
     * @param complaints unknown and duplicate fields, in the server's words
     */
    record Sent(ObjectNode object, List<String> complaints) {}

    /** Reads any body; {@code YAML} where the client says so. */
    static Json.Read read(Ask ask) {
        String type = ask.header("Content-Type");
        if (type.contains("protobuf")) {
            return new Json.Read(Protobuf.read(ask.body().getBytes()), List.of());
        }
        if (!type.isEmpty() && !type.contains("json") && !type.contains("yaml")) {
            throw new StatusException(
                    415,
                    "UnsupportedMediaType",
                    "the body of the request was in an unknown format - accepted media types include:"
                            + " application/json, application/yaml, application/vnd.kubernetes.protobuf");
        }
        try {
            if (type.contains("yaml")) {
                return new Json.Read(Yaml.read(ask.body().toString()), List.of());
            }
            return Json.read(ask.body().getBytes());
        } catch (IOException | YAMLException unreadable) {
            throw Refusals.badRequest("the object provided is unrecognized (must be of type "
                    + (ask.target().kind() == null ? "object" : ask.kind().kind()) + "): couldn't get version/kind;"
                    + " json parse error: " + firstLine(unreadable));
        }
    }

    /** Reads an object of the kind that the request is about. */
    static Sent object(Ask ask) {
        Kind kind = ask.kind();
        Json.Read read = read(ask);
        if (!(read.value() instanceof ObjectNode object)) {
            throw Refusals.unreadable(kind, "json: cannot unmarshal into Go value of type v1." + kind.kind());
        }
        if (ask.kinds().definition(kind).isPresent()) {
            CustomIdentity.check(kind, object);
        }
        checkIdentity(ask, kind, object);
        return new Sent(object, Complaints.about(ask.form(), object, read.duplicates()));
    }

    /** Reads an optional body, such as the options of a deletion. */
    static JsonNode optional(Ask ask) {
        return ask.body().length() == 0
                ? JsonNodeFactory.instance.objectNode()
                : read(ask).value();
    }

    /** Refuses an object of another kind or namespace than the URL names, and fills in what it leaves out. */
    static void checkIdentity(Ask ask, Kind kind, ObjectNode object) {
        String apiVersion = object.path("apiVersion").asText(kind.apiVersion());
        String name = object.path("kind").asText(kind.kind());
        if (!apiVersion.equals(kind.apiVersion())) {
            throw Refusals.unreadable(
                    kind, "no kind \"" + name + "\" is registered for version \"" + apiVersion + "\"");
        }
        if (!name.equals(kind.kind())) {
            throw Refusals.badRequest(
                    name + " in version \"" + kind.version() + "\" cannot be handled as a " + kind.kind());
        }
        String namespace = Meta.namespace(object);
        if (kind.namespaced()
                && !namespace.isEmpty()
                && !namespace.equals(ask.target().namespace())) {
            throw Refusals.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the request");
        }
        if (kind.namespaced()) {
            Meta.of(object).put("namespace", ask.target().namespace());
        }
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
