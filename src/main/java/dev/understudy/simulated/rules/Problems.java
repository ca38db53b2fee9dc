package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects broken rules in the server's words. */
public final class Problems {
    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");

    private final List<Cause> causes = new ArrayList<>();

    /** Returns what was collected, in order. */
    public List<Cause> causes() {
        return List.copyOf(causes);
    }

    void required(String field, String why) {
        add("FieldValueRequired", field, "Required value" + (why.isEmpty() ? "" : ": " + why));
    }

    void invalid(String field, JsonNode value, String why) {
        add("FieldValueInvalid", field, "Invalid value: " + value + ": " + why);
    }

    void duplicate(String field, JsonNode value) {
        add("FieldValueDuplicate", field, "Duplicate value: " + value);
    }

    void notFound(String field, JsonNode value) {
        add("FieldValueNotFound", field, "Not found: " + value);
    }

    void forbidden(String field, String why) {
        add("FieldValueForbidden", field, "Forbidden: " + why);
    }

    void unsupported(String field, JsonNode value, String supported) {
        add("FieldValueNotSupported", field, "Unsupported value: " + value + ": supported values: " + supported);
    }

    void tooLong(String field, int bytes) {
        add("FieldValueTooLong", field, "Too long: may not be more than " + bytes + " bytes");
    }

    /**
     * Reports a text that is none of a few; an absent or empty one is fine.
     *
     * @param supported the texts, each in quotes
     */
    void oneOf(JsonNode object, String path, String field, String supported) {
        JsonNode value = object.path(field);
        if (!value.asText("").isEmpty() && !supported.contains("\"" + value.asText() + "\"")) {
            unsupported(path + "." + field, value, supported);
        }
    }

    /** Reports a number below zero; an absent one is fine. */
    void notNegative(JsonNode object, String path, String field) {
        JsonNode value = object.path(field);
        if (value.isNumber() && value.longValue() < 0) {
            invalid(path.isEmpty() ? field : path + "." + field, value, "must be greater than or equal to 0");
        }
    }

    /** Reports a text that is no DNS label; an absent or empty one is fine. */
    void dnsLabel(String field, JsonNode value) {
        String text = value.asText();
        if (text.length() > 63) {
            invalid(field, value, "must be no more than 63 bytes");
        }
        if (!text.isEmpty() && !DNS_LABEL.matcher(text).matches()) {
            invalid(
                    field,
                    value,
                    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must"
                            + " start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used"
                            + " for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')");
        }
    }

    /** Reports a field that was changed although it may only be set once. */
    void immutable(JsonNode object, @Nullable JsonNode before, String field) {
        if (before == null) {
            return;
        }
        String pointer = "/" + field.replace('.', '/');
        if (!Objects.equals(object.at(pointer), before.at(pointer))) {
            invalid(field, object.at(pointer), "field is immutable");
        }
    }

    private void add(String reason, String field, String message) {
        causes.add(new Cause(reason, message, field));
    }
}
