package dev.understudy.simulated.controller.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.reconcile.Recorder;
import dev.understudy.simulated.reconcile.Remark;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StatusException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Starts and stops the pods of a Job. */
final class Workforce {
    private final ObjectStore store;
    private final Recorder recorder;

    Workforce(ObjectStore store, Recorder recorder) {
        this.store = store;
        this.recorder = recorder;
    }

    /** Returns the pods that are too many: second ones for one index, then the most dispensable. */
    static List<ObjectNode> surplus(JobPods pods, int wanted) {
        Set<ObjectNode> surplus = new LinkedHashSet<>();
        if (pods.spec().indexed()) {
            Set<Integer> seen = new HashSet<>();
            pods.active().stream()
                    .filter(pod -> pods.index(pod) < 0 || !seen.add(pods.index(pod)))
                    .forEach(surplus::add);
        }
        int tooMany = pods.active().size() - wanted;
        pods.dispensable().stream()
                .filter(pod -> !surplus.contains(pod))
                .limit(Math.max(0, tooMany - surplus.size()))
                .forEach(surplus::add);
        return List.copyOf(surplus);
    }

    void stop(ObjectNode job, List<ObjectNode> pods) {
        for (ObjectNode pod : pods) {
            store.delete(Kinds.POD, Meta.namespace(pod), Meta.name(pod), Meta.uid(pod), "Background", -1, Jobs.WRITER);
            recorder.record(job, Remark.normal(Jobs.COMPONENT, "SuccessfulDelete", "Deleted pod: " + Meta.name(pod)));
        }
    }

    /** Starts pods; an indexed Job's for the lowest completions that nobody works on. */
    void start(ObjectNode job, JobPods pods, Tally tally, int count) {
        try {
            for (ObjectNode draft : drafts(job, pods, tally, count)) {
                String name = Meta.name(store.create(Kinds.POD, draft, Jobs.WRITER));
                recorder.record(job, Remark.normal(Jobs.COMPONENT, "SuccessfulCreate", "Created pod: " + name));
            }
        } catch (StatusException refused) {
            String message = "Error creating: " + refused.getMessage();
            recorder.record(job, Remark.warning(Jobs.COMPONENT, "FailedCreate", message));
            throw refused;
        }
    }

    private static List<ObjectNode> drafts(ObjectNode job, JobPods pods, Tally tally, int count) {
        List<ObjectNode> drafts = new ArrayList<>();
        if (!pods.spec().indexed()) {
            for (int i = 0; i < count; i++) {
                drafts.add(PodDraft.of(job));
            }
            return drafts;
        }
        Set<Integer> taken = new HashSet<>();
        pods.all().stream()
                .filter(pod -> pods.active().contains(pod) || pods.spec().replacesFailedOnly())
                .filter(pod -> !pods.failed(pod))
                .forEach(pod -> taken.add(pods.index(pod)));
        for (int index = 0; index < pods.spec().completions().orElse(0) && drafts.size() < count; index++) {
            if (!taken.contains(index) && !tally.isCompleted(index)) {
                drafts.add(PodDraft.of(job, index));
            }
        }
        return drafts;
    }
}
