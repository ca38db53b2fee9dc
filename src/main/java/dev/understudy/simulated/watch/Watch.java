package dev.understudy.simulated.watch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.StoreEvent;
import org.jspecify.annotations.Nullable;

/** One open watch. Its owner calls it from one thread at a time. */
final class Watch {
    private final WatchOptions options;
    private final Sink sink;
    private long heard;

    Watch(WatchOptions options, Sink sink, long heard) {
        this.options = options;
        this.sink = sink;
        this.heard = heard;
    }

    /** Sends an object as it is when the watch begins. */
    void begin(ObjectNode object) {
        if (options.selection().test(object)) {
            send("ADDED", options.view().apply(object));
        }
    }

    /** Sends a change, when it is new to this watch and concerns it. */
    void hear(StoreEvent event) {
        if (event.resourceVersion() <= heard) {
            return;
        }
        heard = event.resourceVersion();
        if (!options.concerns(event.kind()) || !isWithin(event.object())) {
            return;
        }
        ObjectNode object = options.shown().apply(event.object());
        boolean was = isSelected(event.before());
        boolean is =
                event.type() != StoreEvent.Type.DELETED && options.selection().test(object);
        if (was && is) {
            send("MODIFIED", options.view().apply(object));
        } else if (is) {
            send("ADDED", options.view().apply(object));
        } else if (was) {
            send("DELETED", options.view().apply(object));
        }
    }

    /** Says how far the stream is. */
    void bookmark(long version, boolean initialEnd) {
        ObjectNode mark = JsonNodeFactory.instance.objectNode();
        mark.put("kind", options.kind().kind()).put("apiVersion", options.kind().apiVersion());
        ObjectNode metadata = mark.putObject("metadata").put("resourceVersion", Long.toString(version));
        if (initialEnd) {
            metadata.putObject("annotations").put("k8s.io/initial-events-end", "true");
        }
        send("BOOKMARK", mark);
    }

    boolean wantsBookmarks() {
        return options.bookmarks();
    }

    void end() {
        sink.end();
    }

    void send(String type, ObjectNode object) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", type);
        event.set("object", object);
        sink.send(event.toString());
    }

    private boolean isWithin(ObjectNode object) {
        return options.namespace().isEmpty() || options.namespace().equals(Meta.namespace(object));
    }

    private boolean isSelected(@Nullable ObjectNode before) {
        return before != null && options.selection().test(options.shown().apply(before));
    }
}
