package dev.understudy.scenario.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Collects the definitions that several parts of one JSON Schema share. */
public final class SchemaBook {
    private static final String PARAMETER = "parameter";

    private final boolean parameters;
    private final Map<String, Object> definitions = new TreeMap<>();

    /**
     * @param parameters whether {@code ${name}} may stand for any value
     */
    public SchemaBook(boolean parameters) {
        this.parameters = parameters;
    }

    /** Returns the whole schema of a kind of file (draft 2020-12). */
    public static Map<String, Object> write(String id, String title, Form<?> form, boolean parameters) {
        SchemaBook book = new SchemaBook(parameters);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", id);
        schema.put("title", title);
        schema.putAll(form.schema(book));
        if (!book.definitions.isEmpty()) {
            schema.put("$defs", book.definitions);
        }
        return schema;
    }

    /** Returns a reference to a shared definition, writing it down when it is new. */
    Map<String, Object> shared(String name, Supplier<Map<String, Object>> definition) {
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of());
            definitions.put(name, definition.get());
        }
        return JsonMap.of("$ref", "#/$defs/" + name);
    }

    /** Returns the schema, or one that also lets a parameter stand for the value. */
    Map<String, Object> orParameter(Map<String, Object> schema) {
        if (!parameters) {
            return schema;
        }
        return JsonMap.of("anyOf", List.of(schema, shared(PARAMETER, SchemaBook::parameter)));
    }

    private static Map<String, Object> parameter() {
        return JsonMap.of(
                "description",
                "a parameter of the scenario, as ${name}",
                "type",
                "string",
                "pattern",
                "\\$\\{[A-Za-z][A-Za-z0-9_-]*}");
    }
}
