package dev.understudy.simulated.metrics;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Series made by hand. */
public final class Measured {
    public static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    public final Measurements all = new Measurements();
    private final Map<Labels, Double> gauges = new HashMap<>();
    private final Map<Labels, Double> rates = new HashMap<>();

    /** Sets a gauge so many seconds after the start. */
    public Measured gauge(int second, double value, String metric, String... labels) {
        gauges.put(Labels.of(metric, labels), value);
        all.set("gauges", gauges, START.plusSeconds(second));
        return this;
    }

    /** Lets a counter grow so many seconds after the start. */
    public Measured grow(int second, double perSecond, String metric, String... labels) {
        rates.put(Labels.of(metric, labels), perSecond);
        all.grow("rates", rates, START.plusSeconds(second));
        return this;
    }

    /** Ends a series. */
    public Measured end(int second, String metric, String... labels) {
        gauges.remove(Labels.of(metric, labels));
        all.set("gauges", gauges, START.plusSeconds(second));
        return this;
    }
}
