package dev.understudy.cluster.kubernetes.field;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes a JSON Patch against one version of an object. List elements are named by merge key and resolved to an index
 * in a working copy that each operation also changes, so that later ones count right.
 *
 * <p>The patch sets the resourceVersion that was read: a stale one is answered 409, while a failed {@code test} is a 422
 * like every other mistake. The tests stand beside it because they say what we relied on.
 */
public final class PatchDraft {
    private final Map<String, Object> copy;
    private final List<Map<String, Object>> operations = new ArrayList<>();

    /** Begins with an object that is no version of one on the server. */
    public PatchDraft(Map<String, Object> object) {
        this.copy = PlainJson.object(PlainJson.copy(object));
    }

    /** Begins a patch that holds only for this version of the object. */
    public static PatchDraft of(ClusterObject object) {
        PatchDraft draft = new PatchDraft(object.json());
        draft.add("test", "/metadata/uid", object.uid());
        draft.add("replace", "/metadata/resourceVersion", object.resourceVersion());
        return draft;
    }

    /** Returns the operations so far. */
    public List<Map<String, Object>> operations() {
        return List.copyOf(operations);
    }

    /** Returns the object as the operations so far leave it. */
    public Map<String, Object> result() {
        return copy;
    }

    /** Replaces a field of the object's metadata as a whole. */
    public void metadata(String field, Object value) {
        add("replace", "/metadata/" + field, value);
    }

    /**
     * Lets a field hold a value, or nothing. What is missing on the way to it is made.
     *
     * @param value {@code Hidden} is a mistake: nothing is known of it but its length
     * @param ours which maps and lists on the way were made for this field alone, and go with it when empty
     */
    public void put(FieldPath path, FieldValue value, Predicate<List<FieldPath.Step>> ours) {
        switch (value) {
            case FieldValue.Json(Object json) -> set(path.steps(), json, null);
            case FieldValue.Absent absent -> remove(path.steps(), ours);
            case FieldValue.Hidden hidden -> throw new IllegalArgumentException("a hidden value cannot be written");
        }
    }

    /** Lets a field hold again what it held before an edit; a list element stands again where it stood. */
    public void putBack(FieldEdit edit, Predicate<List<FieldPath.Step>> ours) {
        if (edit.index() != null && edit.before() instanceof FieldValue.Json(Object json)) {
            set(edit.path().steps(), json, edit.index());
        } else {
            put(edit.path(), edit.before(), ours);
        }
    }

    /** @param wanted where a missing list element is put; null for the end */
    private void set(List<FieldPath.Step> steps, Object value, @Nullable Integer wanted) {
        Place place = walk(steps);
        FieldPath.Step last = steps.getLast();
        int index = place.index(last);
        if (index >= 0) {
            add("test", place.pointer(last, index), place.child(last, index));
            add("replace", place.pointer(last, index), value);
            place.write(last, index, value);
        } else if (wanted != null && wanted < place.length()) {
            add("add", place.pointer(last, wanted), value);
            place.insert(wanted, value);
        } else {
            add("add", place.pointer(last, index), value);
            place.write(last, index, value);
        }
    }

    private void remove(List<FieldPath.Step> steps, Predicate<List<FieldPath.Step>> ours) {
        if (!Place.present(copy, steps)) {
            return;
        }
        Place place = walk(steps);
        FieldPath.Step last = steps.getLast();
        int index = place.index(last);
        add("test", place.pointer(last, index), place.child(last, index));
        operations.add(Map.of("op", "remove", "path", place.pointer(last, index)));
        place.erase(last, index);
        List<FieldPath.Step> parent = steps.subList(0, steps.size() - 1);
        if (place.empty() && !parent.isEmpty() && ours.test(parent)) {
            remove(parent, ours);
        }
    }

    /** Walks to the container of the last step, making what is missing and testing each merge key. */
    private Place walk(List<FieldPath.Step> steps) {
        Place place = new Place("", copy);
        for (int i = 0; i < steps.size() - 1; i++) {
            FieldPath.Step step = steps.get(i);
            int index = place.index(step);
            if (index < 0) {
                Object fresh = fresh(step, steps.get(i + 1));
                add("add", place.pointer(step, index), PlainJson.copy(fresh));
                place.write(step, index, fresh);
                index = place.index(step);
            } else if (step instanceof FieldPath.Step.Element(String key, String ignored)) {
                add(
                        "test",
                        place.pointer(step, index) + "/" + Place.escape(key),
                        Objects.requireNonNull(PlainJson.at(place.child(step, index), key)));
            }
            place = new Place(place.pointer(step, index), place.child(step, index));
        }
        return place;
    }

    private static Object fresh(FieldPath.Step step, FieldPath.Step next) {
        if (step instanceof FieldPath.Step.Element(String key, String value)) {
            return new LinkedHashMap<String, Object>(Map.of(key, value));
        }
        return next instanceof FieldPath.Step.Element ? new ArrayList<Object>() : new LinkedHashMap<String, Object>();
    }

    private void add(String op, String pointer, Object value) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("op", op);
        operation.put("path", pointer);
        operation.put("value", value);
        operations.add(operation);
    }
}
