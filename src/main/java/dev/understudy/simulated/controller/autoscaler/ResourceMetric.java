package dev.understudy.simulated.controller.autoscaler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.schema.Amount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * One metric of an autoscaler about a resource of pods, or of one container of each.
 *
 * @param spec the metric as the autoscaler has it
 * @param samples what was measured of the pods
 */
record ResourceMetric(JsonNode spec, Samples samples) {
    /**
     * Returns how many replicas the metric asks for.
     *
     * @throws Unmeasured when it cannot be said
     */
    MetricProposal propose(int current) {
        String type = spec.path("type").asText();
        String field = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
        JsonNode source = spec.path(field);
        JsonNode target = source.path("target");
        String resource = source.path("name").asText();
        ObjectNode status = JsonNodeFactory.instance.objectNode().put("type", type);
        ObjectNode measured = status.putObject(field).put("name", resource);
        if (type.equals("ContainerResource")) {
            measured.put("container", source.path("container").asText());
        }
        ObjectNode now = measured.putObject("current");
        if (target.has("averageValue")) {
            long wanted = Amount.of(target.path("averageValue")).millis();
            int replicas = new Replicas(samples, wanted, false).of(current);
            now.put("averageValue", quantity(resource, samples.average()));
            return new MetricProposal(replicas, resource + " resource", status);
        }
        int replicas = new Replicas(samples, target.path("averageUtilization").asLong(), true).of(current);
        now.put("averageValue", quantity(resource, samples.average()))
                .put("averageUtilization", (int) samples.utilization());
        String what = type.equals("ContainerResource") ? " container resource" : " resource";
        return new MetricProposal(replicas, resource + what + " utilization (percentage of request)", status);
    }

    private static String quantity(String resource, long millis) {
        BigDecimal value = BigDecimal.valueOf(millis, 3);
        return resource.equals("memory")
                ? value.setScale(0, RoundingMode.HALF_UP).toPlainString()
                : new Amount(value, false).toString();
    }
}
