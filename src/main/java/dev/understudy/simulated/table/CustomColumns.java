package dev.understudy.simulated.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.custom.PrinterColumn;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The columns that a definition asks for. What is not there, or is of another type, prints as nothing. */
final class CustomColumns {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CustomColumns() {}

    static List<Column> of(List<PrinterColumn> defined, InstantSource clock) {
        List<Column> columns = new ArrayList<>();
        for (PrinterColumn column : defined) {
            columns.add(new Column(
                    column.name(),
                    column.type(),
                    column.format(),
                    column.description(),
                    column.priority(),
                    object -> cell(column, object, clock)));
        }
        return columns;
    }

    private static JsonNode cell(PrinterColumn column, ObjectNode object, InstantSource clock) {
        List<JsonNode> found = column.path().all(object);
        if (found.isEmpty()) {
            return NODES.nullNode();
        }
        JsonNode first = found.getFirst();
        return switch (column.type()) {
            case "integer" -> first.isNumber() ? NODES.numberNode(first.asLong()) : NODES.nullNode();
            case "number" -> first.isNumber() ? first : NODES.nullNode();
            case "boolean" -> first.isBoolean() ? first : NODES.nullNode();
            case "date" -> NODES.textNode(Cells.since(first, clock));
            default -> NODES.textNode(text(found));
        };
    }

    private static String text(List<JsonNode> found) {
        return found.stream()
                .map(each -> each.isContainerNode() ? each.toString() : each.asText())
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }
}
