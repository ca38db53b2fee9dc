package dev.understudy.simulated.node.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.node.kubelet.ContainerSpec.Role;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Marks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The conditions that a kubelet keeps in the status of a pod. */
final class PodConditions {
    private static final Set<String> OWN =
            Set.of("PodReadyToStartContainers", "Initialized", "Ready", "ContainersReady");

    private final ObjectNode pod;
    private final ObjectNode status;
    private final List<ContainerSpec> specs;
    private final PodRun run;

    PodConditions(ObjectNode pod, List<ContainerSpec> specs, PodRun run) {
        this.pod = pod;
        this.status = pod.withObjectProperty("status");
        this.specs = specs;
        this.run = run;
    }

    void write(Instant now) {
        String phase = status.path("phase").asText();
        boolean over = phase.equals("Succeeded") || phase.equals("Failed");
        put(Condition.of("PodReadyToStartContainers", run.begun() && !over, "", ""), now);
        put(initialized(phase), now);
        Condition containers = containersReady(phase);
        put(containers.status().equals("True") ? gated(containers) : named("Ready", containers), now);
        put(containers, now);
        put(Condition.holds("PodScheduled"), now);
        observed();
    }

    private void put(Condition condition, Instant now) {
        condition.putInto(status, now);
    }

    private static Condition named(String type, Condition same) {
        return new Condition(type, same.status(), same.reason(), same.message());
    }

    private Condition initialized(String phase) {
        if (phase.equals("Succeeded")) {
            return Condition.of("Initialized", true, "PodCompleted", "");
        }
        List<String> incomplete = names(spec -> switch (spec.role()) {
            case INIT -> !run.life(spec).hasCompleted();
            case SIDECAR -> !run.life(spec).isStarted();
            case MAIN -> false;
        });
        return incomplete.isEmpty() || Phase.hasBegun(specs, run)
                ? Condition.holds("Initialized")
                : Condition.of(
                        "Initialized",
                        false,
                        "ContainersNotInitialized",
                        "containers with incomplete status: [" + String.join(" ", incomplete) + "]");
    }

    private Condition containersReady(String phase) {
        if (phase.equals("Succeeded") || phase.equals("Failed")) {
            return Condition.of("ContainersReady", false, phase.equals("Failed") ? "PodFailed" : "PodCompleted", "");
        }
        List<String> unready =
                names(spec -> spec.role() != Role.INIT && !run.life(spec).isReady());
        return unready.isEmpty()
                ? Condition.holds("ContainersReady")
                : Condition.of(
                        "ContainersReady",
                        false,
                        "ContainersNotReady",
                        "containers with unready status: [" + String.join(" ", unready) + "]");
    }

    private List<String> names(Predicate<ContainerSpec> which) {
        return specs.stream().filter(which).map(ContainerSpec::name).toList();
    }

    /** A pod whose containers are ready waits for the conditions that others set. */
    private Condition gated(Condition containers) {
        List<String> closed = new ArrayList<>();
        for (JsonNode gate : pod.path("spec").path("readinessGates")) {
            String type = gate.path("conditionType").asText();
            String found = Condition.find(status, type)
                    .map(condition -> condition.path("status").asText())
                    .orElse("");
            if (found.isEmpty()) {
                closed.add("corresponding condition of pod readiness gate \"" + type + "\" does not exist.");
            } else if (!found.equals("True")) {
                closed.add("the status of pod readiness gate \"" + type + "\" is not \"True\", but " + found);
            }
        }
        return closed.isEmpty()
                ? named("Ready", containers)
                : Condition.of("Ready", false, "ReadinessGatesNotReady", String.join(", ", closed));
    }

    /** Says for which generation of the spec the status speaks. */
    private void observed() {
        int generation = (int) Marks.generation(pod);
        status.put("observedGeneration", generation);
        conditions()
                .filter(condition -> OWN.contains(condition.path("type").asText()))
                .forEach(condition -> ((ObjectNode) condition).put("observedGeneration", generation));
    }

    private Stream<JsonNode> conditions() {
        return status.path("conditions").valueStream();
    }
}
