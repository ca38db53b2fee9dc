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
    private static final String TYPE_OF_ALL =
            "struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; Kind string"
                    + " \"json:\\\"kind,omitempty\\\"\" }";

    private Bodies() {}

    /**
     * What a client sent.
     *
     * @param complaints unknown and duplicate fields, in the server's words
     */
    record Sent(ObjectNode object, List<String> complaints) {}

    /** Reads any body; {@code YAML} where the client says so. Refuses a form that the server does not know. */
    static Json.Read read(Ask ask) {
        String type = ask.header("Content-Type").split(";", 2)[0].strip();
        return switch (type) {
            case "", "application/json" -> json(ask);
            case "application/yaml" -> yaml(ask);
            case "application/vnd.kubernetes.protobuf" ->
                new Json.Read(Protobuf.read(ask.body().getBytes()), List.of());
            default ->
                throw new StatusException(
                        415,
                        "UnsupportedMediaType",
                        "the body of the request was in an unknown format - accepted media types include:"
                                + " application/json, application/yaml, application/vnd.kubernetes.protobuf");
        };
    }

    private static Json.Read json(Ask ask) {
        byte[] body = ask.body().getBytes();
        try {
            Json.Read read = Json.read(body);
            if (read.value().isNull()) {
                return new Json.Read(JsonNodeFactory.instance.objectNode(), List.of());
            }
            if (read.value().isObject()) {
                return read;
            }
            throw unrecognised(
                    ask,
                    "couldn't get version/kind; json parse error: "
                            + (body.length == 0
                                    ? "unexpected end of JSON input"
                                    : JsonComplaint.unexpected(read.value(), TYPE_OF_ALL)));
        } catch (IOException unreadable) {
            throw unrecognised(
                    ask, "couldn't get version/kind; json parse error: " + JsonComplaint.of(body, unreadable));
        }
    }

    private static Json.Read yaml(Ask ask) {
        try {
            JsonNode value = Yaml.read(ask.body().toString());
            return new Json.Read(value.isNull() ? JsonNodeFactory.instance.objectNode() : value, List.of());
        } catch (YAMLException unreadable) {
            throw unrecognised(ask, "yaml: " + Yaml.complaint(unreadable));
        }
    }

    private static StatusException unrecognised(Ask ask, String why) {
        String kind = ask.target().kind() == null ? "object" : ask.kind().kind();
        return Refusals.badRequest("the object provided is unrecognized (must be of type " + kind + "): " + why + " ("
                + JsonComplaint.excerpt(ask.body().getBytes()) + ")");
    }

    /** Reads an object of the kind that the request is about. */
    static Sent object(Ask ask) {
        Kind kind = ask.kind();
        Json.Read read = read(ask);
        if (!(read.value() instanceof ObjectNode object)) {
            throw unrecognised(ask, "couldn't get version/kind");
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
        if (!apiVersion.equals(kind.apiVersion()) || !name.equals(kind.kind())) {
            throw otherKind(ask, apiVersion, name);
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

    private static StatusException otherKind(Ask ask, String apiVersion, String name) {
        String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
        String group = apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
        boolean known = ask.kinds()
                .named(group, name)
                .filter(kind -> kind.version().equals(version))
                .isPresent();
        String wanted = ask.kind().kind();
        String internal =
                ask.kind().group().isEmpty() ? "core" : ask.kind().group().split("\\.", 2)[0];
        String why = known
                ? "converting (" + version + "." + name + ") to (" + internal + "." + wanted + "): unknown conversion"
                : "no kind \"" + name + "\" is registered for version \"" + apiVersion
                        + "\" in scheme \"pkg/api/legacyscheme/scheme.go:30\"";
        return Refusals.badRequest(
                name + " in version \"" + version + "\" cannot be handled as a " + wanted + ": " + why);
    }
}
