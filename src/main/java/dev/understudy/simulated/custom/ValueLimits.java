package dev.understudy.simulated.custom;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.simulated.rules.Cause;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Lengths, bounds, patterns and formats of a schema, in the words of the API server. */
final class ValueLimits {
    private final List<Cause> causes = new ArrayList<>();
    private final JsonNode schema;
    private final JsonNode value;
    private final String path;

    private ValueLimits(JsonNode schema, JsonNode value, String path) {
        this.schema = schema;
        this.value = value;
        this.path = path;
    }

    static List<Cause> check(JsonNode schema, JsonNode value, String path) {
        ValueLimits limits = new ValueLimits(schema, value, path);
        switch (value.getNodeType()) {
            case STRING -> limits.text();
            case NUMBER -> limits.number();
            case ARRAY -> limits.size("minItems", "maxItems", "items");
            case OBJECT -> limits.size("minProperties", "maxProperties", "properties");
            default -> {
                // Nothing limits a boolean or a null.
            }
        }
        return limits.causes;
    }

    /** Returns a value as refusals show it: numbers and texts themselves, anything larger by its type. */
    static String shown(JsonNode value) {
        return value.isContainerNode() ? "\"" + Types.nameOf(value) + "\"" : value.toString();
    }

    private void text() {
        String text = value.asText();
        int length = text.codePointCount(0, text.length());
        String pattern = schema.path("pattern").asText("");
        if (schema.has("maxLength") && length > schema.path("maxLength").asInt()) {
            int most = schema.path("maxLength").asInt();
            add("FieldValueTooLong", "Too long: may not be more than " + most + " bytes");
        } else if (length < schema.path("minLength").asInt(0)) {
            invalid("should be at least " + schema.path("minLength").asInt() + " chars long");
        } else if (!pattern.isEmpty() && !Patterns.isFound(pattern, text)) {
            invalid("should match '" + pattern + "'");
        }
        String format = schema.path("format").asText("");
        if (!TextFormat.fits(format, text)) {
            add(
                    "FieldValueTypeInvalid",
                    "Invalid value: " + value + ": " + path + " in body must be of type " + format + ": " + value);
        }
    }

    private void number() {
        BigDecimal number = value.decimalValue();
        if (schema.has("minimum")) {
            int order = number.compareTo(schema.path("minimum").decimalValue());
            boolean strict = schema.path("exclusiveMinimum").asBoolean();
            if (order < 0 || strict && order == 0) {
                invalid("should be greater than " + (strict ? "" : "or equal to ") + plain("minimum"));
            }
        }
        if (schema.has("maximum")) {
            int order = number.compareTo(schema.path("maximum").decimalValue());
            boolean strict = schema.path("exclusiveMaximum").asBoolean();
            if (order > 0 || strict && order == 0) {
                invalid("should be less than " + (strict ? "" : "or equal to ") + plain("maximum"));
            }
        }
        if (schema.has("multipleOf")
                && number.remainder(schema.path("multipleOf").decimalValue()).signum() != 0) {
            invalid("should be a multiple of " + plain("multipleOf"));
        }
    }

    /** Writes a bound as its definition did, without the fraction that the model gives every number. */
    private String plain(String bound) {
        BigDecimal number = schema.path(bound).decimalValue();
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private void size(String least, String most, String what) {
        if (schema.has(most) && value.size() > schema.path(most).asInt()) {
            add(
                    "FieldValueTooMany",
                    "Too many: " + value.size() + ": must have at most "
                            + schema.path(most).asInt() + " items");
        }
        if (value.size() < schema.path(least).asInt(0)) {
            add(
                    "FieldValueInvalid",
                    "Invalid value: " + value.size() + ": " + path + " in body should have at least "
                            + schema.path(least).asInt() + " " + what);
        }
    }

    private void invalid(String why) {
        add("FieldValueInvalid", "Invalid value: " + shown(value) + ": " + path + " in body " + why);
    }

    private void add(String reason, String message) {
        causes.add(new Cause(reason, message, path));
    }
}
