package dev.understudy.cluster.kubernetes.change;

import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One version of a workload's pod template, kept as a ReplicaSet or a ControllerRevision.
 *
 * @param number rises with each roll-out, also when an old revision is used again
 * @param history the numbers it had before, as a Deployment's ReplicaSet remembers them
 * @param template the pod template without what the controller adds
 * @param json the whole object
 */
record Revision(ObjectRef ref, String uid, long number, Set<Long> history, Object template, Map<String, Object> json) {
    private static final String PREFIX = "deployment.kubernetes.io/";

    /** Reads a revision; empty when the object carries no number. */
    static Optional<Revision> of(ResourceType type, String namespace, Map<String, Object> json) {
        boolean replicaSet = type.equals(ResourceType.REPLICA_SET);
        String number = replicaSet
                ? PlainJson.text(json, "metadata", "annotations", PREFIX + "revision")
                : PlainJson.text(json, "revision");
        if (!number.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        String history = PlainJson.text(json, "metadata", "annotations", PREFIX + "revision-history");
        return Optional.of(new Revision(
                new ObjectRef(type, namespace, PlainJson.text(json, "metadata", "name")),
                PlainJson.text(json, "metadata", "uid"),
                Long.parseLong(number),
                Arrays.stream(history.split(","))
                        .filter(h -> h.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .collect(Collectors.toSet()),
                comparable(replicaSet ? PlainJson.at(json, "spec") : PlainJson.at(json, "data", "spec")),
                json));
    }

    /** Returns the pod template in a workload's spec, in the form in which two of them can be compared. */
    static Object comparable(@Nullable Object spec) {
        Map<String, Object> template =
                PlainJson.object(PlainJson.copy(PlainJson.object(PlainJson.at(spec, "template"))));
        template.remove("$patch");
        Map<String, Object> labels = PlainJson.object(PlainJson.at(template, "metadata", "labels"));
        labels.remove("pod-template-hash");
        Map<String, Object> metadata = PlainJson.object(template.get("metadata"));
        metadata.put("labels", labels);
        template.put("metadata", metadata);
        return full(template);
    }

    /** Leaves out empty maps and lists, which the server keeps or drops as the type says. */
    private static Object full(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(e -> Map.entry(String.valueOf(e.getKey()), full(e.getValue())))
                        .filter(e ->
                                !Map.of().equals(e.getValue()) && !List.of().equals(e.getValue()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            case List<?> list -> list.stream().map(Revision::full).toList();
            default -> value;
        };
    }

    /** Tells whether this revision ever had the number. */
    boolean was(long wanted) {
        return number == wanted || history.contains(wanted);
    }

    boolean ownedBy(String owner) {
        return Owners.controller(json).equals(owner);
    }
}
