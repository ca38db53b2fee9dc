package dev.understudy.simulated.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** Amounts of several resources by name, such as what a container requests. Values; no method changes its operands. */
public final class Amounts {
    /** Nothing at all. */
    public static final Amounts NONE = new Amounts(new TreeMap<>());

    private final SortedMap<String, Amount> byName;

    private Amounts(SortedMap<String, Amount> byName) {
        this.byName = byName;
    }

    public static Amounts of(String name, Amount amount) {
        return new Amounts(new TreeMap<>(Map.of(name, amount)));
    }

    /** Reads an object of quantities; a missing one is nothing. */
    public static Amounts read(JsonNode quantities) {
        var read = new TreeMap<String, Amount>();
        quantities.properties().forEach(each -> read.put(each.getKey(), Amount.of(each.getValue())));
        return new Amounts(read);
    }

    public SortedMap<String, Amount> byName() {
        return new TreeMap<>(byName);
    }

    public Collection<String> names() {
        return byName().keySet();
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /** Returns one amount, nothing where it is not named. */
    public Amount get(String name) {
        return byName.getOrDefault(name, Amount.ZERO);
    }

    public boolean isEmpty() {
        return byName.isEmpty();
    }

    public Amounts plus(Amounts other) {
        return merge(other, Amount::plus);
    }

    /** Returns these less the others; those that only the others name are below zero. */
    public Amounts minus(Amounts other) {
        var left = byName();
        other.byName.forEach((name, amount) -> left.put(name, get(name).minus(amount)));
        return new Amounts(left);
    }

    /** Returns the larger of each. */
    public Amounts atLeast(Amounts other) {
        return merge(other, Amount::atLeast);
    }

    /** Returns those of the given names. */
    public Amounts only(Collection<String> names) {
        var kept = byName();
        kept.keySet().retainAll(names);
        return new Amounts(kept);
    }

    public void writeTo(ObjectNode quantities) {
        byName.forEach((name, amount) -> quantities.put(name, amount.toString()));
    }

    /** Returns {@code cpu=1,memory=2Gi}. */
    @Override
    public String toString() {
        return byName.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(","));
    }

    private Amounts merge(Amounts other, BinaryOperator<Amount> how) {
        var merged = byName();
        other.byName.forEach((name, amount) -> merged.merge(name, amount, how));
        return new Amounts(merged);
    }
}
