package dev.understudy.simulated.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * One column of a table.
 *
 * @param name heading
 * @param type {@code string} or {@code integer}
 * @param format how the value reads, such as {@code name}; mostly empty
 * @param description what the column shows, may be empty
 * @param priority 0 for the ordinary table, more for {@code -o wide} only
 * @param cell makes the cell of an object
 */
record Column(
        String name,
        String type,
        String format,
        String description,
        int priority,
        Function<ObjectNode, JsonNode> cell) {
    Column(String name, String type, boolean wide, Function<ObjectNode, JsonNode> cell) {
        this(name, type, name.equals("Name") ? "name" : "", "", wide ? 1 : 0, cell);
    }

    /** Tells whether it is shown with {@code -o wide} only. */
    boolean wide() {
        return priority > 0;
    }

    /** Returns the same column for objects that {@code conversion} makes readable for it. */
    Column of(UnaryOperator<ObjectNode> conversion) {
        return new Column(name, type, format, description, priority, object -> cell.apply(conversion.apply(object)));
    }

    static Column text(String name, Function<ObjectNode, String> cell) {
        return new Column(name, "string", false, object -> JsonNodeFactory.instance.textNode(cell.apply(object)));
    }

    static Column wide(String name, Function<ObjectNode, String> cell) {
        return new Column(name, "string", true, object -> JsonNodeFactory.instance.textNode(cell.apply(object)));
    }

    /** A column whose cells read as something else than text, such as {@code boolean}. */
    static Column of(String name, String type, Function<ObjectNode, JsonNode> cell) {
        return new Column(name, type, false, cell);
    }

    /** A number that the server declares as text. */
    static Column count(String name, ToIntFunction<ObjectNode> cell) {
        return new Column(
                name, "string", false, object -> JsonNodeFactory.instance.numberNode(cell.applyAsInt(object)));
    }

    static Column number(String name, ToIntFunction<ObjectNode> cell) {
        return new Column(
                name, "integer", false, object -> JsonNodeFactory.instance.numberNode(cell.applyAsInt(object)));
    }
}
