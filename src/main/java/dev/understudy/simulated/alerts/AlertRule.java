package dev.understudy.simulated.alerts;

import dev.understudy.simulated.prometheus.Query;
import java.time.Duration;
import java.util.Map;

/**
 * One alerting rule.
 *
 * @param alert name of the alert
 * @param text the query as it was written
 * @param query what must not yield anything
 * @param hold for how long it has to yield before the alert fires
 * @param interval how often it is looked at
 * @param labels labels of the alert beside those of the series; may hold templates
 * @param annotations what people should read; may hold templates
 */
public record AlertRule(
        String alert,
        String text,
        Query query,
        Duration hold,
        Duration interval,
        Map<String, String> labels,
        Map<String, String> annotations) {
    public AlertRule {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }
}
