package dev.understudy.simulated.controller.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.store.Meta;
import java.util.List;

/** The pods of one Job, by what they count as. */
record JobPods(List<ObjectNode> all) {
    List<ObjectNode> active() {
        return all.stream().filter(PodState::active).toList();
    }

    int succeeded() {
        return inPhase("Succeeded");
    }

    int failed() {
        return inPhase("Failed");
    }

    int ready() {
        return (int) active().stream().filter(PodState::ready).count();
    }

    int terminating() {
        return (int) all.stream()
                .filter(pod -> Meta.isTerminating(pod) && !PodState.finished(pod))
                .count();
    }

    private int inPhase(String phase) {
        return (int)
                all.stream().filter(pod -> PodState.phase(pod).equals(phase)).count();
    }
}
