package dev.understudy.simulated.controller.autoscaler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.load.Meter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What all metrics of an autoscaler said.
 *
 * @param best the proposal with the most replicas, empty when no metric says anything
 * @param failures why others said nothing
 */
record Measurement(Optional<MetricProposal> best, List<Unmeasured> failures) {
    /**
     * Looks at every metric.
     *
     * @param measured gets what the status shows, one entry for each metric
     */
    static Measurement of(ObjectNode autoscaler, ScaleTarget target, Meter meter, List<JsonNode> measured) {
        List<ObjectNode> pods = target.pods();
        List<MetricProposal> proposals = new ArrayList<>();
        List<Unmeasured> failures = new ArrayList<>();
        for (JsonNode metric : autoscaler.path("spec").path("metrics")) {
            try {
                MetricProposal proposal = propose(metric, pods, meter, target.replicas());
                proposals.add(proposal);
                measured.add(proposal.status());
            } catch (Unmeasured failure) {
                failures.add(failure.about(title(metric)));
                measured.add(Sizing.nothing());
            }
        }
        return new Measurement(proposals.stream().max(Comparator.comparingInt(MetricProposal::replicas)), failures);
    }

    private static MetricProposal propose(JsonNode metric, List<ObjectNode> pods, Meter meter, int current) {
        String type = metric.path("type").asText();
        return switch (type) {
            case "Resource", "ContainerResource" -> {
                JsonNode source = metric.path(type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1));
                boolean relative = !source.path("target").has("averageValue");
                Samples samples = Samples.of(
                        pods,
                        source.path("name").asText(),
                        source.path("container").asText(),
                        relative,
                        meter);
                yield new ResourceMetric(metric, samples).propose(current);
            }
            case "Pods" -> throw unserved("FailedGetPodsMetric", "custom");
            case "Object" -> throw unserved("FailedGetObjectMetric", "custom");
            default -> throw unserved("FailedGetExternalMetric", "external");
        };
    }

    /** What the controller calls a metric. */
    private static String title(JsonNode metric) {
        return switch (metric.path("type").asText()) {
            case "Resource" -> metric.at("/resource/name").asText() + " resource";
            case "ContainerResource" -> metric.at("/containerResource/name").asText() + " container";
            case "Pods" -> "pods";
            case "Object" -> "object";
            default -> metric.at("/external/metric/name").asText() + " external";
        };
    }

    private static Unmeasured unserved(String reason, String api) {
        return new Unmeasured(
                reason,
                "unable to get metric: unable to fetch metrics from " + api + " metrics API: the simulated cluster"
                        + " serves no " + api + " metrics");
    }

    /** Tells whether too little is known: nothing at all, or not enough to take replicas away. */
    boolean isUseless(int current) {
        return best.isEmpty()
                || !failures.isEmpty()
                        && best.filter(each -> each.replicas() < current).isPresent();
    }
}
