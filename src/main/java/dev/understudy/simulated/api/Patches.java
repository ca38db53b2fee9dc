package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.patch.JsonPatch;
import dev.understudy.simulated.patch.MergePatch;
import dev.understudy.simulated.patch.PatchFailure;
import dev.understudy.simulated.patch.StrategicPatch;
import dev.understudy.simulated.rules.Cause;
import dev.understudy.simulated.schema.Shape;
import dev.understudy.simulated.store.Details;
import dev.understudy.simulated.store.Refusals;
import dev.understudy.simulated.store.StatusException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Carries out the patch of a request on an object, with the server's refusals. */
final class Patches {
    static final String APPLY = "application/apply-patch+yaml";
    private static final String JSON = "application/json-patch+json";
    private static final String MERGE = "application/merge-patch+json";
    private static final String STRATEGIC = "application/strategic-merge-patch+json";
    private static final int MOST_OPERATIONS = 10_000;
    private static final Set<String> OPERATION_FIELDS = Set.of("op", "path", "from", "value");

    private final Ask ask;
    private final String type;
    private final JsonNode patch;
    private final List<String> complaints;

    private Patches(Ask ask, String type, Json.Read read) {
        this.ask = ask;
        this.type = type;
        this.patch = read.value();
        this.complaints = new ArrayList<>();
        read.duplicates().forEach(path -> complaints.add("duplicate field \"" + path + "\""));
    }

    static String type(Ask ask) {
        return ask.header("Content-Type").split(";", 2)[0].strip();
    }

    /** Reads the patch of a request; refuses a form that the server does not know. */
    static Patches read(Ask ask) {
        String type = type(ask);
        boolean custom = ask.kinds().definition(ask.kind()).isPresent();
        if (custom && !Set.of(JSON, MERGE).contains(type)) {
            throw new StatusException(
                    415,
                    "UnsupportedMediaType",
                    "the body of the request was in an unknown format - accepted media types include: "
                            + String.join(", ", JSON, MERGE, APPLY));
        }
        if (!Set.of(JSON, MERGE, STRATEGIC).contains(type)) {
            throw new StatusException(415, "UnsupportedMediaType", "415: Unsupported Media Type");
        }
        Json.Read read = decode(ask.body().getBytes(), type);
        if (type.equals(JSON) && read.value().size() > MOST_OPERATIONS) {
            throw new StatusException(
                    413,
                    "RequestEntityTooLarge",
                    "Request entity too large: The allowed maximum operations in a JSON patch is " + MOST_OPERATIONS
                            + ", got " + read.value().size());
        }
        return new Patches(ask, type, read);
    }

    private static Json.Read decode(byte[] body, String type) {
        String start = type.equals(STRATEGIC) ? "" : "error decoding patch: ";
        try {
            Json.Read read = Json.read(body);
            if (body.length == 0) {
                throw Refusals.badRequest(start + "unexpected end of JSON input");
            }
            boolean wanted =
                    type.equals(JSON) ? read.value().isArray() : read.value().isObject();
            if (wanted) {
                return read;
            }
            String form = type.equals(JSON) ? "[]handlers.jsonPatchOp" : "map[string]interface {}";
            throw Refusals.badRequest(start + JsonComplaint.unexpected(read.value(), form));
        } catch (IOException unreadable) {
            throw Refusals.badRequest(start + JsonComplaint.of(body, unreadable));
        }
    }

    /** Returns the patched object. */
    ObjectNode apply(Shape shape, ObjectNode current) {
        try {
            JsonNode patched = switch (type) {
                case JSON -> JsonPatch.apply(current, patch);
                case MERGE -> MergePatch.apply(current, patch);
                default -> StrategicPatch.apply(shape, current, patch);
            };
            return patched instanceof ObjectNode object ? object : notAnObject(patched);
        } catch (PatchFailure failure) {
            throw refusal(failure);
        }
    }

    /** Returns the warnings about a patched object; refuses one that cannot be read or breaks strict validation. */
    List<String> complaints(ObjectNode patched) {
        List<String> all = new ArrayList<>(complaints);
        if (type.equals(JSON)) {
            unknownParts(all);
        }
        var decoded = ask.form().decode(patched);
        if (!decoded.errors().isEmpty()) {
            throw badPatch(patched, decoded.errors().getFirst());
        }
        decoded.unknown().forEach(path -> all.add("unknown field \"" + path + "\""));
        return Complaints.settle(ask, all, why -> badPatch(patched, why));
    }

    private void unknownParts(List<String> all) {
        for (int i = 0; i < patch.size(); i++) {
            int index = i;
            patch.get(i).fieldNames().forEachRemaining(name -> {
                if (!OPERATION_FIELDS.contains(name)) {
                    all.add("json patch unknown field \"[" + index + "]." + name + "\"");
                }
            });
        }
    }

    /** The server answers with the whole patched object here, and so with its values. */
    private StatusException badPatch(ObjectNode patched, String why) {
        String shown = Json.MAPPER
                .getNodeFactory()
                .textNode((type.equals(STRATEGIC) ? patch : patched).toString())
                .toString();
        Cause cause = new Cause("FieldValueInvalid", "Invalid value: " + shown + ": " + why, "patch");
        return new StatusException(
                422, "Invalid", " \"\" is invalid: patch: " + cause.message(), Details.NONE.withCauses(List.of(cause)));
    }

    private static ObjectNode notAnObject(JsonNode patched) {
        throw Refusals.badRequest("json: cannot unmarshal " + patched.getNodeType() + " into an object");
    }

    private static StatusException refusal(PatchFailure failure) {
        return failure.isUnreadable()
                ? Refusals.badRequest("error decoding patch: " + failure.getMessage())
                : new StatusException(422, "Invalid", "the server rejected our request due to an error in our request");
    }
}
