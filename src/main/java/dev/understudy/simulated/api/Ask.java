package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.simulated.access.Caller;
import dev.understudy.simulated.rules.Form;
import dev.understudy.simulated.store.Catalogue;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Refusals;
import dev.understudy.simulated.store.StatusException;
import dev.understudy.simulated.store.Write;
import dev.understudy.simulated.store.Writer;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * One request that may be answered: who asks what, with which options and body.
 *
 * @param method HTTP method
 * @param query parameters of the URL
 * @param headers headers of the request
 * @param kinds what is served
 */
record Ask(
        Target target, String method, MultiMap query, MultiMap headers, Buffer body, Caller caller, Catalogue kinds) {
    /** Returns a parameter, or an empty text. */
    String parameter(String name) {
        return Objects.requireNonNullElse(query.get(name), "");
    }

    /** Returns a header, or an empty text. */
    String header(String name) {
        return Objects.requireNonNullElse(headers.get(name), "");
    }

    /** Returns a whole number among the parameters, empty when it is not there; refuses any other text. */
    OptionalLong number(String name) {
        String text = parameter(name);
        try {
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            String why = text.matches("[+-]?[0-9]+") ? "value out of range" : "invalid syntax";
            throw Refusals.badRequest(
                    "strconv.ParseInt: parsing " + JsonNodeFactory.instance.textNode(text) + ": " + why);
        }
    }

    boolean flag(String name) {
        String value = parameter(name);
        return value.equals("true") || value.equals("1");
    }

    /** Returns the kind asked about; refuses what is not served. */
    Kind kind() {
        Kind kind = target.kind();
        if (kind == null) {
            throw Statuses.notServed(target.path());
        }
        return kind;
    }

    /** Returns how objects of the kind asked about are understood. */
    Form form() {
        return kinds.form(kind());
    }

    boolean isDryRun() {
        List<String> values = query.getAll("dryRun");
        if (!values.isEmpty() && !values.equals(List.of("All"))) {
            throw new StatusException(
                    422,
                    "Invalid",
                    "Options.meta.k8s.io \"\" is invalid: dryRun: Unsupported value: " + values
                            + ": supported values: \"All\"");
        }
        return !values.isEmpty();
    }

    /** Returns how this request writes to a part of an object. */
    Write write(String subresource) {
        return new Write(Writer.updating(manager()), subresource, isDryRun(), false);
    }

    /** The field manager: the one named, else the program's name. */
    String manager() {
        String named = parameter("fieldManager");
        if (!named.isEmpty()) {
            return named;
        }
        String program = header("User-Agent").split("/", 2)[0].strip();
        return program.isEmpty() ? "unknown" : program.substring(0, Math.min(program.length(), 128));
    }
}
