package dev.understudy.simulated.custom;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One column that a definition asks for.
 *
 * @param type {@code string}, {@code integer}, {@code number}, {@code boolean} or {@code date}
 * @param path where the value is, a simple JSONPath
 * @param priority 0 for the ordinary table, more for {@code -o wide} only
 */
public record PrinterColumn(String name, String type, String format, String description, int priority, JsonPath path) {
    static final PrinterColumn AGE = new PrinterColumn(
            "Age",
            "date",
            "",
            "CreationTimestamp is when the object was stored.",
            0,
            JsonPath.parse(".metadata.creationTimestamp"));

    static PrinterColumn read(JsonNode column) {
        String path = column.path("jsonPath").asText();
        return new PrinterColumn(
                column.path("name").asText(),
                column.path("type").asText(),
                column.path("format").asText(""),
                column.path("description").asText("Custom resource definition column (in JSONPath format): " + path),
                column.path("priority").asInt(0),
                JsonPath.parse(path));
    }
}
