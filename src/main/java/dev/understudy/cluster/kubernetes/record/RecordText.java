package dev.understudy.cluster.kubernetes.record;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterException.Kind;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record as the ConfigMap and the Secret hold it.
 *
 * @param data of the ConfigMap
 * @param aside of the Secret, as JSON by key; empty when no change touches a Secret
 */
record RecordText(Map<String, String> data, Map<String, String> aside) {
    /** Version of the form; a reader refuses what is newer. */
    static final int FORMAT = 1;

    /** A ConfigMap and a Secret each hold at most 1 MiB, their metadata included. */
    private static final int LIMIT = 900 * 1024;

    /**
     * Writes a record.
     *
     * @throws ClusterException of kind {@code TOO_LARGE}
     */
    static RecordText of(DrillRecord record) {
        Map<String, String> aside = new TreeMap<>();
        List<Object> changes = new ArrayList<>();
        record.changes().forEach(c -> changes.add(ChangeText.write(c, aside)));
        Map<String, String> data = new LinkedHashMap<>();
        data.put(
                "about",
                "What a drill of understudy changed here and how to take it back: understudy undo --drill "
                        + record.drill() + " --namespace " + record.namespace());
        data.put("format", String.valueOf(FORMAT));
        data.put("drill", record.drill());
        data.put("cluster", record.clusterUid());
        data.put("manager", record.manager());
        data.put("expires", record.expires().toString());
        if (record.undoneBy() != null) {
            data.put(DrillRecord.MARK, record.undoneBy());
        }
        data.put("changes", PlainJson.pretty(changes));
        RecordText text = new RecordText(data, aside);
        if (size(data) > LIMIT || size(aside) > LIMIT) {
            throw new ClusterException(
                    Kind.TOO_LARGE,
                    "the drill would change more than its record can hold (" + size(data) / 1024 + " KiB of "
                            + LIMIT / 1024 + " KiB); change fewer objects at once");
        }
        return text;
    }

    /**
     * Reads a record.
     *
     * @param version resourceVersion of the ConfigMap
     * @throws ClusterException of kind {@code INVALID} when it was written by a newer version or by hand
     */
    DrillRecord read(String namespace, String version) {
        String format = text("format");
        if (!format.matches("\\d{1,6}")) {
            throw unreadable(namespace, "it names no format", null);
        }
        if (Integer.parseInt(format) > FORMAT) {
            throw unreadable(
                    namespace,
                    "it was written by a newer understudy (format " + format + ", this one reads up to " + FORMAT
                            + "); undo it with that version",
                    null);
        }
        try {
            return new DrillRecord(
                    text("drill"),
                    namespace,
                    text("cluster"),
                    text("manager"),
                    Instant.parse(text("expires")),
                    PlainJson.objects(PlainJson.value(text("changes"))).stream()
                            .map(c -> ChangeText.read(c, aside))
                            .toList(),
                    data.get(DrillRecord.MARK),
                    version);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unreadable(namespace, "it was changed by hand", e);
        }
    }

    private String text(String key) {
        return data.getOrDefault(key, "");
    }

    private static ClusterException unreadable(String namespace, String why, @Nullable Exception cause) {
        String message = "the record ConfigMap " + namespace + "/" + DrillRecord.NAME + " cannot be read: " + why;
        return cause == null
                ? new ClusterException(Kind.INVALID, message)
                : new ClusterException(Kind.INVALID, message, cause);
    }

    private static int size(Map<String, String> map) {
        return map.entrySet().stream()
                .mapToInt(e -> e.getKey().length() + e.getValue().getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }
}
