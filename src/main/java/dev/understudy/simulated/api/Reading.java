package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Catalogue;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Refusals;
import dev.understudy.simulated.store.Snapshot;
import dev.understudy.simulated.table.Tables;
import java.util.List;

/** Answers get and list: whole, as a table, or as metadata only. */
final class Reading {
    private final MemoryStore store;
    private final Tables tables;
    private final Catalogue kinds;

    Reading(MemoryStore store, Tables tables) {
        this.store = store;
        this.tables = tables;
        this.kinds = store.kinds();
    }

    Reply get(Ask ask) {
        Kind kind = ask.kind();
        String name = ask.target().name();
        ObjectNode object =
                store.get(kind, ask.target().namespace(), name).orElseThrow(() -> Refusals.notFound(kind, name));
        View view = View.wantedBy(ask);
        return switch (view.form()) {
            case WHOLE -> Reply.json(200, object);
            case TABLE -> Reply.json(view.contentType(), tables.of(kind, List.of(object), view.include()));
            case METADATA -> Reply.json(view.contentType(), Tables.metadataOf(object));
        };
    }

    Reply list(Ask ask) {
        Kind kind = ask.kind();
        Selection selection = Selection.of(ask);
        Snapshot snapshot = store.snapshot(kind, ask.target().namespace());
        List<ObjectNode> selected =
                snapshot.items().stream().filter(selection::matches).toList();
        Page page = Page.of(ask, selected, snapshot.resourceVersion());
        return answer(kind, page, View.wantedBy(ask));
    }

    private Reply answer(Kind kind, Page page, View view) {
        return switch (view.form()) {
            case WHOLE ->
                Reply.json(
                        200,
                        kinds.definition(kind)
                                .map(definition -> list(definition.listKind(), kind.apiVersion(), page, page.items()))
                                .orElseGet(() -> whole(kind, page)));
            case TABLE -> {
                ObjectNode table = tables.of(kind, page.items(), view.include());
                table.set("metadata", page.metadata());
                yield Reply.json(view.contentType(), table);
            }
            case METADATA -> Reply.json(view.contentType(), metadata(page));
        };
    }

    private static ObjectNode whole(Kind kind, Page page) {
        // Items of a typed list do not repeat what the list says.
        page.items().forEach(item -> item.remove(List.of("apiVersion", "kind")));
        return list(kind.kind() + "List", kind.apiVersion(), page, page.items());
    }

    private static ObjectNode metadata(Page page) {
        List<ObjectNode> items = page.items().stream().map(Tables::metadataOf).toList();
        return list("PartialObjectMetadataList", "meta.k8s.io/v1", page, items);
    }

    private static ObjectNode list(String kind, String apiVersion, Page page, List<ObjectNode> items) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.put("kind", kind).put("apiVersion", apiVersion);
        list.set("metadata", page.metadata());
        list.putArray("items").addAll(items);
        return list;
    }
}
