package dev.understudy.simulated.controller.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.store.Meta;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The pods of one Job, by what they count as. */
record JobPods(List<ObjectNode> all, JobSpec spec) {
    /** Keeps an ended pod until it is counted. */
    static final String FINALIZER = "batch.kubernetes.io/job-tracking";

    private static final int NO_INDEX = -1;

    List<ObjectNode> active() {
        return all.stream().filter(PodState::active).toList();
    }

    int ready() {
        return (int) active().stream().filter(PodState::ready).count();
    }

    int terminating() {
        return (int) all.stream()
                .filter(pod -> Meta.isTerminating(pod) && !PodState.finished(pod))
                .count();
    }

    /** Returns the pods that nobody has counted for good. */
    Stream<ObjectNode> tracked() {
        return all.stream().filter(pod -> Marks.hasFinalizer(pod, FINALIZER));
    }

    static boolean succeeded(ObjectNode pod) {
        return PodState.phase(pod).equals("Succeeded");
    }

    /** Tells whether a pod counts as failed; one that is being deleted may count before it has ended. */
    boolean failed(ObjectNode pod) {
        return PodState.phase(pod).equals("Failed")
                || !spec.replacesFailedOnly() && Meta.isTerminating(pod) && !succeeded(pod);
    }

    /** Returns how often the containers of pods that still run were started again. */
    int restarts() {
        return all.stream()
                .filter(pod -> !PodState.finished(pod))
                .flatMap(pod -> pod.path("status").path("containerStatuses").valueStream())
                .mapToInt(container -> container.path("restartCount").asInt())
                .sum();
    }

    /** Returns the number of the completion that a pod works on, negative when it has none that counts. */
    int index(ObjectNode pod) {
        String text = Marks.annotation(pod, PodDraft.INDEX);
        int index = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : NO_INDEX;
        return index < spec.completions().orElse(0) ? index : NO_INDEX;
    }

    /** Returns the active pods with the dispensable ones first: not ready before ready, the younger before the older. */
    List<ObjectNode> dispensable() {
        return active().stream()
                .sorted(Comparator.comparing(PodState::ready)
                        .thenComparing(Marks::created, Comparator.reverseOrder())
                        .thenComparing(Meta::name))
                .toList();
    }
}
