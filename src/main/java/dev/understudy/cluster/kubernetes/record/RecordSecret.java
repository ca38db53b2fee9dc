package dev.understudy.cluster.kubernetes.record;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Call;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Secret beside the record, in which old and new values of Secrets stand and nowhere else. */
final class RecordSecret {
    private final ApiServer server;
    private final RecordObjects objects;

    RecordSecret(ApiServer server, RecordObjects objects) {
        this.server = server;
        this.objects = objects;
    }

    /**
     * Writes what the record sets aside; nothing when that is nothing.
     *
     * @param owner the record's ConfigMap, with which the Secret goes
     */
    void keep(DrillRecord record, RecordText text, ClusterObject owner) {
        if (text.aside().isEmpty()) {
            return;
        }
        Map<String, Object> data = new LinkedHashMap<>();
        text.aside()
                .forEach((key, json) ->
                        data.put(key, Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8))));
        ObjectRef ref = ref(record.namespace());
        Map<String, Object> secret = Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Secret",
                "metadata",
                Map.of(
                        "name", ref.name(),
                        "namespace", ref.namespace(),
                        "labels", Map.of(DrillRecord.LABEL, record.drill()),
                        "ownerReferences", List.of(Marks.owner(owner))),
                "data",
                data);
        Optional<ClusterObject> there = server.find(ref);
        Call call = there.isPresent()
                ? Call.replace(ref, secret, RecordsOnApi.as(record))
                : Call.create(ref.type(), ref.namespace(), secret, RecordsOnApi.as(record));
        objects.put(call, ref, s -> PlainJson.same(s.json().get("data"), data));
    }

    /** Reads what was set aside; empty when there is none. */
    Map<String, String> read(String namespace) {
        Map<String, String> aside = new LinkedHashMap<>();
        server.find(ref(namespace))
                .ifPresent(s -> PlainJson.object(s.json().get("data"))
                        .forEach((key, value) -> aside.put(
                                key,
                                new String(Base64.getDecoder().decode(value.toString()), StandardCharsets.UTF_8))));
        return aside;
    }

    void remove(DrillRecord record) {
        objects.remove(ref(record.namespace()), s -> s.label(DrillRecord.LABEL).equals(Optional.of(record.drill())));
    }

    private static ObjectRef ref(String namespace) {
        return new ObjectRef(ResourceType.SECRET, namespace, DrillRecord.NAME);
    }
}
