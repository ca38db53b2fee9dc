package dev.understudy.simulated.controller.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Meta;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts every ended pod of a Job exactly once, though pods vanish and writes are refused. An ended pod is first named in
 * the status, then let go by its finalizer, and only then added to the numbers.
 */
final class Tally {
    private final ObjectNode status;
    private final JobPods pods;
    private final Set<String> succeeded;
    private final Set<String> failed;
    private final Indexes completed;

    private Tally(ObjectNode status, JobPods pods) {
        this.status = status;
        this.pods = pods;
        this.succeeded = uids(status.path("uncountedTerminatedPods").path("succeeded"));
        this.failed = uids(status.path("uncountedTerminatedPods").path("failed"));
        this.completed = Indexes.read(status.path("completedIndexes").asText());
    }

    /** Begins with what the status says, and adds those to the numbers that were let go since. */
    static Tally begin(ObjectNode status, JobPods pods) {
        Tally tally = new Tally(status, pods);
        Set<String> held = pods.tracked().map(Meta::uid).collect(Collectors.toSet());
        tally.settle(tally.succeeded, "succeeded", held);
        tally.settle(tally.failed, "failed", held);
        return tally;
    }

    private static Set<String> uids(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void settle(Set<String> uncounted, String field, Set<String> held) {
        int before = uncounted.size();
        uncounted.retainAll(held);
        put(field, status.path(field).asInt() + before - uncounted.size());
    }

    /** Returns all successes, those not yet in the numbers included. */
    int succeeded() {
        if (pods.spec().indexed()) {
            Indexes all = Indexes.read(completed.toString());
            newlySucceeded().forEach(pod -> all.add(pods.index(pod)));
            return all.size();
        }
        return status.path("succeeded").asInt()
                + succeeded.size()
                + newlySucceeded().size();
    }

    /** Returns all failures, those not yet in the numbers included. */
    int failed() {
        return status.path("failed").asInt() + failed.size() + newlyFailed().size();
    }

    List<ObjectNode> newlySucceeded() {
        return pods.tracked()
                .filter(JobPods::succeeded)
                .filter(pod -> pods.spec().indexed()
                        ? pods.index(pod) >= 0 && !completed.contains(pods.index(pod))
                        : !succeeded.contains(Meta.uid(pod)))
                .toList();
    }

    List<ObjectNode> newlyFailed() {
        return pods.tracked()
                .filter(pods::failed)
                .filter(pod -> !failed.contains(Meta.uid(pod)))
                .toList();
    }

    boolean isCompleted(int index) {
        return completed.contains(index) || newlySucceeded().stream().anyMatch(pod -> pods.index(pod) == index);
    }

    /**
     * Names in the status what has ended by now, and returns the pods that may be let go once that is written.
     *
     * @param over whether the Job has come to its end, so that nothing is held any longer
     * @param lost whether a pod that did not end counts as failed then
     */
    List<ObjectNode> note(JobPods now, boolean over, boolean lost) {
        List<ObjectNode> released = new ArrayList<>();
        now.tracked().forEach(pod -> {
            boolean success = JobPods.succeeded(pod);
            boolean failure = !success && (now.failed(pod) || over && lost);
            if (!success && !failure && !over) {
                return;
            }
            released.add(pod);
            boolean counts = !now.spec().indexed() || now.index(pod) >= 0;
            if (success && now.spec().indexed() && counts) {
                completed.add(now.index(pod));
            } else if (counts && (success || failure)) {
                (success ? succeeded : failed).add(Meta.uid(pod));
            }
        });
        write(now.spec());
        return released;
    }

    private void write(JobSpec spec) {
        ObjectNode uncounted = status.putObject("uncountedTerminatedPods");
        if (!succeeded.isEmpty()) {
            succeeded.forEach(uncounted.putArray("succeeded")::add);
        }
        if (!failed.isEmpty()) {
            failed.forEach(uncounted.putArray("failed")::add);
        }
        if (spec.indexed()) {
            put("succeeded", completed.size());
            if (completed.size() > 0) {
                status.put("completedIndexes", completed.toString());
            }
        }
    }

    /** Tells whether every ended pod is in the numbers. */
    boolean isSettled() {
        return succeeded.isEmpty() && failed.isEmpty();
    }

    private void put(String field, int count) {
        if (count == 0) {
            status.remove(field);
        } else {
            status.put(field, count);
        }
    }
}
