package dev.understudy.simulated.scheduler;

import dev.understudy.simulated.schema.Amount;
import dev.understudy.simulated.schema.Amounts;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of each resource, in thousandths of its unit, so that sums are quick. What is zero is not named.
 *
 * @param byName never changed once it is here
 */
record Demand(Map<String, Long> byName) {
    static final Demand NONE = new Demand(Map.of());

    static Demand of(Amounts amounts) {
        Map<String, Long> read = new TreeMap<>();
        for (Map.Entry<String, Amount> each : amounts.byName().entrySet()) {
            if (!each.getValue().isZero()) {
                read.put(each.getKey(), each.getValue().millis());
            }
        }
        return new Demand(read);
    }

    long get(String name) {
        return byName.getOrDefault(name, 0L);
    }
}
