package dev.understudy.simulated.controller.autoscaler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.load.ContainerUse;
import dev.understudy.simulated.load.Meter;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.schema.Amount;
import dev.understudy.simulated.store.Meta;
import java.util.ArrayList;
import java.util.List;

/**
 * What pods use of a resource beside what they asked for, in thousandths.
 *
 * @param use of each ready pod that was measured
 * @param requests what those pods asked for, in the same order
 * @param silent what pods asked for that do not count yet: pending ones, and those not ready
 */
record Samples(List<Long> use, List<Long> requests, List<Long> silent) {
    /**
     * Measures the pods of a workload.
     *
     * @param container the only container that counts, empty for all
     * @param relative whether what pods asked for matters
     * @throws Unmeasured when nothing can be said
     */
    static Samples of(List<ObjectNode> pods, String resource, String container, boolean relative, Meter meter) {
        String failed = "failed to get " + resource + (relative ? " utilization: " : " usage: ");
        List<Long> use = new ArrayList<>();
        List<Long> requests = new ArrayList<>();
        List<Long> silent = new ArrayList<>();
        boolean measured = false;
        for (ObjectNode pod : pods) {
            List<ContainerUse> uses = meter.of(pod);
            measured |= !uses.isEmpty();
            if (Meta.isTerminating(pod) || PodState.phase(pod).equals("Failed")) {
                continue;
            }
            long request = relative ? request(pod, resource, container, failed) : 0;
            if (uses.isEmpty() || !PodState.ready(pod)) {
                silent.add(request);
            } else {
                use.add(sum(uses, resource, container));
                requests.add(request);
            }
        }
        if (!measured) {
            throw unmeasured(failed + "unable to get metrics for resource " + resource
                    + ": no metrics returned from resource metrics API");
        }
        if (use.isEmpty()) {
            throw unmeasured(failed + "did not receive metrics for targeted pods (pods might be unready)");
        }
        return new Samples(use, requests, silent);
    }

    private static Unmeasured unmeasured(String words) {
        return new Unmeasured("FailedGetResourceMetric", words);
    }

    private static long sum(List<ContainerUse> uses, String resource, String container) {
        return uses.stream()
                .filter(use -> container.isEmpty() || use.name().equals(container))
                .mapToLong(use -> use.of(resource).millis())
                .sum();
    }

    private static long request(ObjectNode pod, String resource, String wanted, String failed) {
        long sum = 0;
        for (JsonNode container : pod.path("spec").path("containers")) {
            String name = container.path("name").asText();
            if (wanted.isEmpty() || wanted.equals(name)) {
                JsonNode request = container.path("resources").path("requests").path(resource);
                if (request.isMissingNode()) {
                    throw unmeasured(failed + "missing request for " + resource + " in container " + name + " of Pod "
                            + Meta.name(pod));
                }
                sum += Amount.of(request).millis();
            }
        }
        return sum;
    }

    long total() {
        return use.stream().mapToLong(Long::longValue).sum();
    }

    long asked() {
        return requests.stream().mapToLong(Long::longValue).sum();
    }

    long average() {
        return total() / use.size();
    }

    /** Returns the use in percent of the requests, rounded down. */
    long utilization() {
        return asked() == 0 ? 0 : total() * 100 / asked();
    }
}
