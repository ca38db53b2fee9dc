package dev.understudy.cluster.kubernetes.record;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldOwner;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change as the record spells it. Values of Secrets are set aside: the text names the key under which the drill's own
 * Secret keeps them, and their length.
 */
final class ChangeText {
    private static final String HIDDEN = "secret";

    private ChangeText() {}

    /**
     * Writes a change.
     *
     * @param aside collects what must stand in the Secret, as JSON by key
     */
    static Map<String, Object> write(Change change, Map<String, String> aside) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("change", kind(change));
        text.put("object", object(change.object()));
        boolean secret = change.object().type().equals(ResourceType.SECRET);
        switch (change) {
            case Change.Edit edit -> {
                text.put("uid", edit.uid());
                text.put("revision", edit.revision());
                text.put(
                        "fields",
                        edit.edits().stream().map(e -> field(edit, e, aside)).toList());
            }
            case Change.Create create -> {
                text.put("mark", create.mark());
                text.put("manifest", manifest(create.object(), create.manifest(), secret, aside));
            }
            case Change.Delete delete -> {
                text.put("uid", delete.uid());
                text.put("mark", delete.mark());
                text.put("snapshot", manifest(delete.object(), delete.snapshot(), secret, aside));
                text.put(
                        "owners",
                        delete.owners().stream().map(ChangeText::owner).toList());
            }
            case Change.RemovePod pod -> {
                text.put("uid", pod.uid());
                text.put("evict", pod.evict());
                if (pod.grace() != null) {
                    text.put("grace", pod.grace());
                }
            }
        }
        return text;
    }

    /**
     * Reads a change.
     *
     * @param aside what stands in the Secret; a value missing there is read as hidden
     * @throws IllegalArgumentException when the text is not one that this version writes
     */
    static Change read(Map<String, Object> text, Map<String, String> aside) {
        ObjectRef object = object(PlainJson.object(text.get("object")));
        String uid = PlainJson.text(text, "uid");
        String mark = PlainJson.text(text, "mark");
        return switch (PlainJson.text(text, "change")) {
            case "edit" ->
                new Change.Edit(
                        object,
                        uid,
                        PlainJson.objects(text.get("fields")).stream()
                                .map(f -> field(f, aside))
                                .toList(),
                        PlainJson.text(text, "revision"));
            case "create" -> new Change.Create(object, manifest(text.get("manifest"), aside), mark);
            case "delete" -> new Change.Delete(object, uid, manifest(text.get("snapshot"), aside), mark, owners(text));
            case "remove-pod" ->
                new Change.RemovePod(object, uid, Boolean.TRUE.equals(text.get("evict")), whole(text.get("grace")));
            default -> throw new IllegalArgumentException("unknown change " + PlainJson.text(text, "change"));
        };
    }

    private static String kind(Change change) {
        return switch (change) {
            case Change.Edit edit -> "edit";
            case Change.Create create -> "create";
            case Change.Delete delete -> "delete";
            case Change.RemovePod pod -> "remove-pod";
        };
    }

    private static Map<String, Object> object(ObjectRef object) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("group", object.type().group());
        text.put("version", object.type().version());
        text.put("kind", object.type().kind());
        text.put("plural", object.type().plural());
        text.put("namespace", object.namespace());
        text.put("name", object.name());
        return text;
    }

    private static ObjectRef object(Map<String, Object> text) {
        String namespace = PlainJson.text(text, "namespace");
        ResourceType type = new ResourceType(
                PlainJson.text(text, "group"),
                PlainJson.text(text, "version"),
                PlainJson.text(text, "kind"),
                PlainJson.text(text, "plural"),
                !namespace.isEmpty());
        return new ObjectRef(type, namespace, PlainJson.text(text, "name"));
    }

    private static Map<String, Object> field(Change.Edit edit, FieldEdit field, Map<String, String> aside) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("path", field.path().toString());
        boolean secret = edit.object().type().equals(ResourceType.SECRET);
        value(text, "before", field.before(), secret ? HiddenKey.of(edit.object(), field.path()) : "", aside);
        value(text, "after", field.after(), secret ? HiddenKey.after(edit.object(), field.path()) : "", aside);
        text.put("owners", field.owners().stream().map(ChangeText::owner).toList());
        if (field.index() != null) {
            text.put("index", field.index());
        }
        return text;
    }

    private static void value(
            Map<String, Object> text, String name, FieldValue value, String key, Map<String, String> aside) {
        switch (value) {
            case FieldValue.Json(Object json) when key.isEmpty() -> text.put(name, Map.of("value", json));
            case FieldValue.Json(Object json) -> {
                aside.put(key, PlainJson.print(json));
                text.put(name, Map.of(HIDDEN, key, "bytes", bytes(value)));
            }
            case FieldValue.Hidden(int bytes) -> text.put(name, Map.of(HIDDEN, key, "bytes", bytes));
            case FieldValue.Absent absent -> text.put(name, Map.of());
        }
    }

    private static int bytes(FieldValue value) {
        return value.hidden() instanceof FieldValue.Hidden(int bytes) ? bytes : 0;
    }

    private static FieldEdit field(Map<String, Object> text, Map<String, String> aside) {
        return new FieldEdit(
                FieldPath.of(PlainJson.text(text, "path")),
                value(PlainJson.object(text.get("before")), aside),
                value(PlainJson.object(text.get("after")), aside),
                owners(text),
                whole(text.get("index")));
    }

    private static @Nullable Integer whole(@Nullable Object number) {
        return number instanceof Number n ? (Integer) n.intValue() : null;
    }

    private static List<FieldOwner> owners(Map<String, Object> text) {
        return PlainJson.objects(text.get("owners")).stream()
                .map(ChangeText::owner)
                .toList();
    }

    private static FieldValue value(Map<String, Object> text, Map<String, String> aside) {
        Object shown = text.get("value");
        if (shown != null) {
            return new FieldValue.Json(shown);
        }
        String key = PlainJson.text(text, HIDDEN);
        if (key.isEmpty()) {
            return FieldValue.ABSENT;
        }
        String kept = aside.get(key);
        return kept == null
                ? new FieldValue.Hidden(text.get("bytes") instanceof Number n ? n.intValue() : 0)
                : new FieldValue.Json(PlainJson.value(kept));
    }

    private static Map<String, Object> manifest(
            ObjectRef object, Map<String, Object> manifest, boolean secret, Map<String, String> aside) {
        if (!secret) {
            return manifest;
        }
        aside.put(HiddenKey.of(object), PlainJson.print(manifest));
        return Map.of(HIDDEN, HiddenKey.of(object));
    }

    private static Map<String, Object> manifest(@Nullable Object text, Map<String, String> aside) {
        Map<String, Object> manifest = PlainJson.object(text);
        String kept = aside.get(PlainJson.text(manifest, HIDDEN));
        if (kept != null) {
            return PlainJson.parse(kept);
        }
        return manifest.containsKey(HIDDEN) ? Map.of() : manifest;
    }

    private static Map<String, Object> owner(FieldOwner owner) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("manager", owner.manager());
        text.put("operation", owner.operation());
        text.put("apiVersion", owner.apiVersion());
        text.put("subresource", owner.subresource());
        text.put("time", owner.time());
        text.put("fields", owner.fields());
        return text;
    }

    private static FieldOwner owner(Map<String, Object> text) {
        return new FieldOwner(
                PlainJson.text(text, "manager"),
                PlainJson.text(text, "operation"),
                PlainJson.text(text, "apiVersion"),
                PlainJson.text(text, "subresource"),
                PlainJson.text(text, "time"),
                PlainJson.object(text.get("fields")));
    }
}
