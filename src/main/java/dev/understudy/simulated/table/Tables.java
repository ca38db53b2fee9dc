package dev.understudy.simulated.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Catalogue;
import dev.understudy.simulated.store.Kind;
import java.time.InstantSource;
import java.util.List;

/** Makes the {@code Table} objects from which kubectl prints. */
public final class Tables {
    private final Columns columns;

    /** Tells ages by {@code clock}, and the columns of defined kinds by {@code kinds}. */
    public Tables(InstantSource clock, Catalogue kinds) {
        this.columns = new Columns(clock, kinds);
    }

    /**
     * Returns a table of objects.
     *
     * @param include what each row carries beside its cells: {@code None}, {@code Metadata} or {@code Object}
     */
    public ObjectNode of(Kind kind, List<ObjectNode> objects, String include) {
        ObjectNode table = rows(kind, objects, include);
        ArrayNode definitions = table.putArray("columnDefinitions");
        for (Column column : columns.of(kind)) {
            definitions
                    .addObject()
                    .put("name", column.name())
                    .put("type", column.type())
                    .put("format", column.format())
                    .put("description", column.description())
                    .put("priority", column.priority());
        }
        return table;
    }

    /** Returns a table without its columns, for the later events of a watch. */
    public ObjectNode rows(Kind kind, List<ObjectNode> objects, String include) {
        ObjectNode table = JsonNodeFactory.instance.objectNode();
        table.put("kind", "Table").put("apiVersion", "meta.k8s.io/v1");
        table.putObject("metadata");
        table.putArray("columnDefinitions");
        ArrayNode rows = table.putArray("rows");
        for (ObjectNode object : objects) {
            ObjectNode row = rows.addObject();
            ArrayNode cells = row.putArray("cells");
            columns.of(kind).forEach(column -> cells.add(column.cell().apply(object)));
            switch (include) {
                case "None" -> row.putNull("object");
                case "Object" -> row.set("object", object);
                default -> row.set("object", metadataOf(object));
            }
        }
        return table;
    }

    /** Returns an object's metadata alone. */
    public static ObjectNode metadataOf(ObjectNode object) {
        ObjectNode partial = JsonNodeFactory.instance.objectNode();
        partial.put("kind", "PartialObjectMetadata").put("apiVersion", "meta.k8s.io/v1");
        partial.set("metadata", object.path("metadata"));
        return partial;
    }
}
