package dev.understudy.simulated.reconcile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Timestamps;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StatusException;
import dev.understudy.simulated.store.Writer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes Events, as {@code kubectl describe} shows them. The same thing said again about the same object counts up one
 * Event, and so do many similar things; the oldest go when there are more than a thousand. Events are best effort: a refusal is nobody's problem. Used
 * on the thread of the {@link ControlLoop} only.
 */
public final class Recorder {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final int KEPT = 1000;
    private static final String COMBINED = "(combined from similar events): ";

    private record Said(String uid, Remark remark) {}

    private final ObjectStore store;
    private final InstantSource clock;
    private final Map<Said, Key> written = new LinkedHashMap<>();
    private final Similar similar = new Similar();
    private long count;

    public Recorder(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Records a remark about an object, as it was last read from the store. */
    public void record(ObjectNode about, Remark remark) {
        boolean combined = similar.isCombined(Meta.uid(about), remark, clock.instant());
        Remark told = combined ? remark.saying(COMBINED + remark.message()) : remark;
        var said = new Said(Meta.uid(about), combined ? remark.saying(COMBINED) : remark);
        try {
            if (!repeated(said, told.message())) {
                written.put(said, write(about, told));
                forgetOldest();
            }
        } catch (StatusException refused) {
            LOG.debug("Event {} not written: {}", remark, refused.getMessage());
        }
    }

    private boolean repeated(Said said, String message) {
        Key key = written.get(said);
        if (key == null) {
            return false;
        }
        var found = store.get(Kinds.EVENT, key.namespace(), key.name());
        found.ifPresent(event -> {
            event.put("count", event.path("count").asInt(1) + 1);
            event.put("message", message);
            event.put("lastTimestamp", Timestamps.write(clock.instant()));
            store.update(Kinds.EVENT, event, Writer.updating(said.remark().component()));
        });
        return found.isPresent();
    }

    private Key write(ObjectNode about, Remark remark) {
        Instant now = clock.instant();
        String namespace = Meta.namespace(about).isEmpty() ? "default" : Meta.namespace(about);
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("apiVersion", "v1").put("kind", "Event");
        String serial = Long.toHexString(now.toEpochMilli() * 1_000_000 + count++ % 1_000_000);
        event.putObject("metadata").put("name", Meta.name(about) + "." + serial).put("namespace", namespace);
        involve(event.putObject("involvedObject"), about, remark);
        remark.writeTo(event);
        event.put("firstTimestamp", Timestamps.write(now)).put("lastTimestamp", Timestamps.write(now));
        event.put("count", 1);
        return Key.of(Kinds.EVENT, store.create(Kinds.EVENT, event, Writer.updating(remark.component())));
    }

    private static void involve(ObjectNode involved, ObjectNode about, Remark remark) {
        involved.set("apiVersion", about.path("apiVersion"));
        involved.set("kind", about.path("kind"));
        involved.put("name", Meta.name(about)).put("uid", Meta.uid(about));
        involved.put("resourceVersion", Meta.resourceVersion(about));
        if (!Meta.namespace(about).isEmpty()) {
            involved.put("namespace", Meta.namespace(about));
        }
        String part = remark.container();
        if (!part.isEmpty()) {
            involved.put("fieldPath", part.startsWith("spec.") ? part : "spec.containers{" + part + "}");
        }
    }

    private void forgetOldest() {
        if (written.size() <= KEPT) {
            return;
        }
        var oldest = written.entrySet().iterator().next();
        written.remove(oldest.getKey());
        Key key = oldest.getValue();
        store.delete(Kinds.EVENT, key.namespace(), key.name(), "", "Background", 0, Writer.updating("kube-apiserver"));
    }
}
