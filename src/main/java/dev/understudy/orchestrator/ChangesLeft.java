package dev.understudy.orchestrator;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is different after a drill from before it: the repairs and leftovers of responders. Only what people own is
 * compared (no status, nothing that a controller made), so an ordinary rollout is not mistaken for a leftover.
 */
final class ChangesLeft {
    private ChangesLeft() {}

    /** Returns one line for each difference; values of Secrets are never shown. */
    static List<String> between(ClusterView before, ClusterView after) {
        List<String> all = new ArrayList<>();
        TreeSet<ObjectRef> refs = new TreeSet<>(before.objects().keySet());
        refs.addAll(after.objects().keySet());
        for (ObjectRef ref : refs) {
            ClusterObject was = before.objects().get(ref);
            ClusterObject is = after.objects().get(ref);
            if (!ownedByPeople(was) || !ownedByPeople(is)) {
                continue;
            }
            if (was == null) {
                all.add(ref + ": created");
            } else if (is == null) {
                all.add(ref + ": deleted");
            } else {
                differences(was, is, all);
            }
        }
        return List.copyOf(all);
    }

    private static boolean ownedByPeople(@Nullable ClusterObject object) {
        return object == null
                || object.json(FieldPath.of("metadata.ownerReferences")).isEmpty();
    }

    private static void differences(ClusterObject was, ClusterObject is, List<String> all) {
        for (String part : List.of("spec", "data", "metadata.labels")) {
            Map<String, Object> before = new TreeMap<>();
            Map<String, Object> after = new TreeMap<>();
            flatten(part, was.json(FieldPath.of(part)).orElse(Map.of()), before);
            flatten(part, is.json(FieldPath.of(part)).orElse(Map.of()), after);
            TreeSet<String> paths = new TreeSet<>(before.keySet());
            paths.addAll(after.keySet());
            paths.stream()
                    .filter(path -> !Objects.equals(before.get(path), after.get(path)))
                    .map(path -> was.ref() + ": " + path + " is " + shown(was.ref(), after.get(path)) + ", was "
                            + shown(was.ref(), before.get(path)))
                    .forEach(all::add);
        }
    }

    private static String shown(ObjectRef ref, @Nullable Object value) {
        FieldValue shown = value == null ? FieldValue.ABSENT : new FieldValue.Json(value);
        return (ref.type().equals(ResourceType.SECRET) ? shown.hidden() : shown).toString();
    }

    private static void flatten(String path, @Nullable Object value, Map<String, Object> into) {
        switch (value) {
            case null -> {}
            case Map<?, ?> map -> map.forEach((key, inner) -> flatten(path + "." + key, inner, into));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    flatten(path + "[" + i + "]", list.get(i), into);
                }
            }
            default -> into.put(path, value);
        }
    }
}
