package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.access.Escalation;
import dev.understudy.simulated.rules.Cause;
import dev.understudy.simulated.store.Details;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.Refusals;
import dev.understudy.simulated.store.StatusException;
import dev.understudy.simulated.store.Write;
import dev.understudy.simulated.store.Writer;
import java.util.List;
import org.yaml.snakeyaml.error.YAMLException;

/** Answers server-side apply. */
final class Applying {
    private Applying() {}

    static Reply apply(Ask ask, MemoryStore store, Escalation escalation) {
        requireManager(ask);
        Kind kind = ask.kind();
        ObjectNode configuration = configuration(ask);
        String namespace = Meta.namespace(configuration);
        Bodies.checkIdentity(ask, kind, configuration);
        Writing.checkName(ask, configuration);
        if (configuration.path("metadata").has("managedFields")) {
            throw Refusals.badRequest("metadata.managedFields must be nil");
        }
        requireKnownFields(ask, namespace, configuration);
        escalation.check(ask.caller(), kind, configuration);
        Write write = new Write(
                new Writer(ask.manager(), "Apply"), ask.target().subresource(), ask.isDryRun(), ask.flag("force"));
        boolean existed =
                store.get(kind, ask.target().namespace(), ask.target().name()).isPresent();
        ObjectNode applied =
                store.apply(kind, ask.target().namespace(), ask.target().name(), configuration, write);
        return Reply.json(existed ? 200 : 201, applied);
    }

    private static ObjectNode configuration(Ask ask) {
        try {
            if (Yaml.read(ask.body().toString()) instanceof ObjectNode object) {
                return object;
            }
            throw Refusals.badRequest("error decoding YAML: an object is expected");
        } catch (YAMLException unreadable) {
            throw Refusals.badRequest(
                    "error decoding YAML: error converting YAML to JSON: yaml: " + Yaml.complaint(unreadable));
        }
    }

    private static void requireManager(Ask ask) {
        if (ask.parameter("fieldManager").isEmpty()) {
            Cause cause =
                    new Cause("FieldValueRequired", "Required value: is required for apply patch", "fieldManager");
            throw new StatusException(
                    422,
                    "Invalid",
                    "PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: " + cause.message(),
                    new Details("", "meta.k8s.io", "PatchOptions", "", List.of(cause), 0));
        }
    }

    /** An apply never tolerates a field that the kind does not have, whatever validation the client asks for. */
    private static void requireKnownFields(Ask ask, String namespace, ObjectNode configuration) {
        Kind kind = ask.kind();
        var decoded = ask.form().decode(configuration);
        if (!decoded.unknown().isEmpty()) {
            throw new StatusException(
                    500,
                    "",
                    "failed to create typed patch object (" + namespace + "/"
                            + Meta.name(configuration) + "; " + kind.apiVersion() + ", Kind=" + kind.kind()
                            + "): ." + decoded.unknown().getFirst() + ": field not declared in schema");
        }
    }
}
