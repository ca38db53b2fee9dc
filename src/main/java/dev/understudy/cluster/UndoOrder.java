package dev.understudy.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * In which order changes are taken back: first what could refuse the rest (webhooks, policies, quotas, limits), then
 * values and objects, then restarts, which must find the old values in place. Within each, the youngest first.
 */
public final class UndoOrder {
    private static final Set<String> BLOCKING = Set.of(
            "MutatingWebhookConfiguration",
            "ValidatingWebhookConfiguration",
            "MutatingAdmissionPolicy",
            "MutatingAdmissionPolicyBinding",
            "ValidatingAdmissionPolicy",
            "ValidatingAdmissionPolicyBinding",
            "ResourceQuota",
            "LimitRange");
    /** The annotation by which a fault restarts a workload. Taking it away restarts the workload once more. */
    public static final FieldPath RESTARTED =
            FieldPath.of("spec.template.metadata.annotations[\"understudy.dev/restarted\"]");

    private UndoOrder() {}

    /** Returns the changes in the order in which to take them back. */
    public static List<Change> of(List<Change> oldestFirst) {
        return of(oldestFirst, change -> change);
    }

    /** Returns things that hold changes in the order in which to take them back. */
    public static <T> List<T> of(List<T> oldestFirst, Function<T, Change> change) {
        List<T> order = new ArrayList<>(oldestFirst);
        Collections.reverse(order);
        order.sort(Comparator.comparingInt(each -> turn(change.apply(each))));
        return List.copyOf(order);
    }

    private static int turn(Change change) {
        if (BLOCKING.contains(change.object().type().kind())) {
            return 0;
        }
        return switch (change) {
            case Change.Edit edit ->
                edit.edits().stream().allMatch(e -> e.path().equals(RESTARTED)) ? 2 : 1;
            case Change.Create create -> 1;
            case Change.Delete delete -> 1;
            case Change.RemovePod pod -> 2;
        };
    }
}
