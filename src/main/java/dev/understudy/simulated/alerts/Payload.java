package dev.understudy.simulated.alerts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a group of alerts as Alertmanager's webhook payload, version 4. */
final class Payload {
    private static final String NOT_YET = "0001-01-01T00:00:00Z";

    private Payload() {}

    static ObjectNode of(String name, List<Alert> group, String externalUrl) {
        boolean firing = group.stream().anyMatch(Alert::isFiring);
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("receiver", "understudy").put("status", firing ? "firing" : "resolved");
        var alerts = payload.putArray("alerts");
        group.forEach(alert -> alerts.add(alert(alert, externalUrl)));
        payload.putObject("groupLabels").put("alertname", name);
        put(
                payload.putObject("commonLabels"),
                common(group.stream().<Map<String, String>>map(Alert::labels).toList()));
        put(
                payload.putObject("commonAnnotations"),
                common(group.stream().map(Alert::annotations).toList()));
        payload.put("externalURL", externalUrl)
                .put("version", "4")
                .put("groupKey", "{}:{alertname=\"" + name + "\"}")
                .put("truncatedAlerts", 0);
        return payload;
    }

    private static ObjectNode alert(Alert alert, String externalUrl) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.put("status", alert.isFiring() ? "firing" : "resolved");
        put(written.putObject("labels"), alert.labels());
        put(written.putObject("annotations"), alert.annotations());
        return written.put("startsAt", alert.firing().map(Instant::toString).orElse(NOT_YET))
                .put("endsAt", alert.resolved().map(Instant::toString).orElse(NOT_YET))
                .put(
                        "generatorURL",
                        externalUrl + "/graph?g0.expr=ALERTS%7Balertname%3D%22"
                                + URLEncoder.encode(alert.name(), StandardCharsets.UTF_8) + "%22%7D")
                .put("fingerprint", alert.fingerprint());
    }

    private static Map<String, String> common(List<Map<String, String>> all) {
        Map<String, String> common = new TreeMap<>(all.getFirst());
        all.forEach(each -> common.entrySet().retainAll(each.entrySet()));
        return common;
    }

    private static void put(ObjectNode object, Map<String, String> texts) {
        texts.forEach(object::put);
    }
}
