package dev.understudy.cluster.kubernetes.record;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterException.Kind;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.DrillRecords;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Call;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Keeps records in ConfigMaps. The ConfigMap is created first and empty, as the lock; then the guard and the Secret, then
 * the changes go in: a record that names a change has everything beside it that its undo needs.
 */
public final class RecordsOnApi implements DrillRecords {
    private final ApiServer server;
    private final GuardJob guard;
    private final RecordSecret secret;
    private final RecordObjects objects;

    /** @param clock by which a guard's first deadline is counted */
    public RecordsOnApi(ApiServer server, InstantSource clock) {
        this.server = server;
        objects = new RecordObjects(server);
        guard = new GuardJob(server, objects, clock);
        secret = new RecordSecret(server, objects);
    }

    @Override
    public DrillRecord write(DrillRecord record) {
        RecordText text = RecordText.of(record);
        return record.version().isEmpty() ? first(record, text) : next(record, text);
    }

    private DrillRecord first(DrillRecord record, RecordText text) {
        RecordText empty = RecordText.of(record.extended(List.of(), record.expires()));
        ClusterObject lock = lock(record, empty);
        try {
            return complete(record, text, lock);
        } catch (ClusterException e) {
            // nothing was changed yet: whatever stands goes with the ConfigMap that owns it
            giveBack(lock, e);
            throw e;
        }
    }

    private void giveBack(ClusterObject lock, ClusterException why) {
        try {
            objects.remove(lock.ref(), o -> o.uid().equals(lock.uid()));
        } catch (ClusterException e) {
            why.addSuppressed(e);
        }
    }

    private ClusterObject lock(DrillRecord record, RecordText empty) {
        Call call = Call.create(
                ResourceType.CONFIG_MAP, record.namespace(), configMap(record, empty, Map.of()), as(record));
        try {
            return objects.put(call, ref(record), o -> drill(o).equals(record.drill()));
        } catch (ClusterException e) {
            if (e.kind() != Kind.CONFLICT) {
                throw e;
            }
            throw server.find(ref(record))
                    .map(there -> taken(record.namespace(), there))
                    .orElse(e);
        }
    }

    private DrillRecord next(DrillRecord record, RecordText text) {
        ClusterObject there = server.find(ref(record))
                .orElseThrow(() -> new ClusterException(
                        Kind.CONFLICT,
                        "the record of drill " + record.drill() + " in " + record.namespace() + " was removed"));
        if (!drill(there).equals(record.drill())) {
            throw taken(record.namespace(), there);
        }
        if (!there.resourceVersion().equals(record.version())) {
            throw changed(record, there);
        }
        return complete(record, text, there);
    }

    /** Puts everything beside the record, and then the changes into it. */
    private DrillRecord complete(DrillRecord record, RecordText text, ClusterObject there) {
        if (record.undoneBy() == null) {
            guard.keep(record, there);
        }
        secret.keep(record, text, there);
        Map<String, Object> metadata = Map.of("uid", there.uid(), "resourceVersion", there.resourceVersion());
        Call call = Call.replace(ref(record), configMap(record, text, metadata), as(record));
        try {
            return record.at(objects.put(call, ref(record), now -> text.data().equals(data(now)))
                    .resourceVersion());
        } catch (ClusterException e) {
            if (e.kind() != Kind.CONFLICT) {
                throw e;
            }
            throw changed(record, server.find(ref(record)).orElse(there));
        }
    }

    @Override
    public List<DrillRecord> find(String namespace) {
        if (!namespace.isEmpty()) {
            return server.find(new ObjectRef(ResourceType.CONFIG_MAP, namespace, DrillRecord.NAME)).stream()
                    .filter(o -> o.label(DrillRecord.LABEL).isPresent())
                    .map(this::read)
                    .toList();
        }
        List<DrillRecord> all = new ArrayList<>();
        everywhere().forEach(o -> readable(o, all, new ArrayList<>()));
        return List.copyOf(all);
    }

    @Override
    public List<String> unreadable() {
        List<String> all = new ArrayList<>();
        everywhere().forEach(o -> readable(o, new ArrayList<>(), all));
        return List.copyOf(all);
    }

    private void readable(ClusterObject configMap, List<DrillRecord> good, List<String> bad) {
        try {
            good.add(read(configMap));
        } catch (ClusterException e) {
            if (e.kind() != Kind.INVALID) {
                throw e;
            }
            bad.add(e.getMessage());
        }
    }

    private List<ClusterObject> everywhere() {
        Call call = Call.list(ResourceType.CONFIG_MAP, "", Map.of("labelSelector", DrillRecord.LABEL));
        return PlainJson.objects(server.demand(call).get("items")).stream()
                .filter(json -> DrillRecord.NAME.equals(PlainJson.text(json, "metadata", "name")))
                .map(json -> new ClusterObject(
                        new ObjectRef(
                                ResourceType.CONFIG_MAP,
                                PlainJson.text(json, "metadata", "namespace"),
                                DrillRecord.NAME),
                        json))
                .toList();
    }

    @Override
    public void remove(DrillRecord record) {
        guard.remove(record);
        if (!RecordText.of(record).aside().isEmpty()) {
            // elsewhere nobody needs to be allowed to look at Secrets
            secret.remove(record);
        }
        objects.remove(ref(record), o -> drill(o).equals(record.drill()));
    }

    /** Parameters of the writes that keep a record. */
    static Map<String, String> as(DrillRecord record) {
        return Map.of("fieldManager", record.manager(), "fieldValidation", "Strict");
    }

    private DrillRecord read(ClusterObject configMap) {
        Map<String, String> data = data(configMap);
        Map<String, String> aside = data.getOrDefault("changes", "").contains("\"secret\"")
                ? secret.read(configMap.ref().namespace())
                : Map.of();
        return new RecordText(data, aside).read(configMap.ref().namespace(), configMap.resourceVersion());
    }

    private static Map<String, Object> configMap(DrillRecord record, RecordText text, Map<String, Object> more) {
        Map<String, Object> metadata = PlainJson.object(more);
        metadata.put("name", DrillRecord.NAME);
        metadata.put("namespace", record.namespace());
        metadata.put("labels", Map.of(DrillRecord.LABEL, record.drill()));
        return Map.of("apiVersion", "v1", "kind", "ConfigMap", "metadata", metadata, "data", text.data());
    }

    private static Map<String, String> data(ClusterObject configMap) {
        Map<String, String> data = new LinkedHashMap<>();
        PlainJson.object(configMap.json().get("data")).forEach((k, v) -> data.put(k, Objects.toString(v)));
        return data;
    }

    private static String drill(ClusterObject object) {
        return object.label(DrillRecord.LABEL).orElse("");
    }

    private static ObjectRef ref(DrillRecord record) {
        return new ObjectRef(ResourceType.CONFIG_MAP, record.namespace(), DrillRecord.NAME);
    }

    private static ClusterException taken(String namespace, ClusterObject there) {
        return new ClusterException(
                Kind.CONFLICT,
                drill(there).isEmpty()
                        ? there.ref() + " is there and is no drill's record; rename it"
                        : "another drill runs in " + namespace + ": " + drill(there)
                                + "; if it is over: understudy undo --drill " + drill(there) + " --namespace "
                                + namespace);
    }

    private static ClusterException changed(DrillRecord record, ClusterObject now) {
        String by = data(now).getOrDefault(DrillRecord.MARK, "");
        return new ClusterException(
                Kind.CONFLICT,
                "the record of drill " + record.drill() + " in " + record.namespace()
                        + (by.isEmpty() ? " was changed meanwhile" : " is being undone by " + by));
    }
}
