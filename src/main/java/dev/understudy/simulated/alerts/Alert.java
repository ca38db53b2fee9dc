package dev.understudy.simulated.alerts;

import dev.understudy.simulated.metrics.Labels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One alert, as it stands.
 *
 * @param labels its labels, {@code alertname} among them: its identity
 * @param since when its rule first held
 * @param firing when it began to fire, empty while it is pending
 * @param resolved when it ended, empty while its rule holds
 */
record Alert(
        SortedMap<String, String> labels,
        Map<String, String> annotations,
        Instant since,
        Optional<Instant> firing,
        Optional<Instant> resolved) {
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    static Alert begin(AlertRule rule, Labels series, double value, Instant now) {
        SortedMap<String, String> labels = new TreeMap<>(series.unnamed().all());
        rule.labels().forEach((name, text) -> labels.put(name, Template.fill(text, series, value)));
        labels.put("alertname", rule.alert());
        return new Alert(labels, annotations(rule, series, value), now, Optional.empty(), Optional.empty());
    }

    static Map<String, String> annotations(AlertRule rule, Labels series, double value) {
        Map<String, String> filled = new TreeMap<>();
        rule.annotations().forEach((name, text) -> filled.put(name, Template.fill(text, series, value)));
        return filled;
    }

    /** Returns the alert while its rule still holds: it fires once that has lasted. */
    Alert held(AlertRule rule, Map<String, String> texts, Instant now) {
        boolean due = !since.plus(rule.hold()).isAfter(now);
        return new Alert(labels, texts, since, firing.isPresent() || !due ? firing : Optional.of(now), resolved);
    }

    Alert ended(Instant now) {
        return new Alert(labels, annotations, since, firing, Optional.of(now));
    }

    String name() {
        return labels.getOrDefault("alertname", "");
    }

    boolean isFiring() {
        return firing.isPresent() && resolved.isEmpty();
    }

    /** Returns the identity in sixteen digits, as Alertmanager reckons it. */
    String fingerprint() {
        long hash = FNV_BASIS;
        for (Map.Entry<String, String> label : labels.entrySet()) {
            hash = hashed(hashed(hash, label.getKey()), label.getValue());
        }
        return String.format("%016x", hash);
    }

    private static long hashed(long hash, String text) {
        long next = hash;
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            next = (next ^ (each & 0xff)) * FNV_PRIME;
        }
        return (next ^ 0xff) * FNV_PRIME;
    }
}
