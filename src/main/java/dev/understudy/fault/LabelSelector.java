package dev.understudy.fault;

import dev.understudy.cluster.ClusterObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Selects objects by their labels, as Kubernetes does: all of both lists must hold. An empty one selects everything.
 *
 * @param matchLabels labels that an object must carry
 * @param matchExpressions what else must be true of its labels
 */
public record LabelSelector(
        @SpecField("labels that it must carry") Map<String, String> matchLabels,
        @SpecField("what else must be true of its labels") List<Requirement> matchExpressions) {
    public LabelSelector {
        matchLabels = Map.copyOf(matchLabels);
        matchExpressions = List.copyOf(matchExpressions);
    }

    /** How a label's value is compared. */
    public enum Operator implements Spelled {
        IN("In"),
        NOT_IN("NotIn"),
        EXISTS("Exists"),
        DOES_NOT_EXIST("DoesNotExist");

        private final String word;

        Operator(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }

        private static Operator of(String word) {
            return Stream.of(values())
                    .filter(operator -> operator.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no operator of selectors is called " + word));
        }

        private Operator opposite() {
            return switch (this) {
                case IN -> NOT_IN;
                case NOT_IN -> IN;
                case EXISTS -> DOES_NOT_EXIST;
                case DOES_NOT_EXIST -> EXISTS;
            };
        }
    }

    /**
     * Something that must be true of one label.
     *
     * @param values for In and NotIn; none for the others
     */
    public record Requirement(
            @SpecField("name of the label") String key,
            @SpecField("how its value is compared") Operator operator,
            @SpecField("values, for In and NotIn") List<String> values) {
        /** @throws IllegalArgumentException when values and operator do not fit */
        public Requirement {
            values = List.copyOf(values);
            boolean wanted = operator == Operator.IN || operator == Operator.NOT_IN;
            if (wanted == values.isEmpty()) {
                throw new IllegalArgumentException(
                        operator.word() + (wanted ? " needs at least one value" : " takes no values"));
            }
        }

        /** Returns what is true of exactly the objects of which this is not. */
        Requirement negated() {
            return new Requirement(key, operator.opposite(), values);
        }

        private Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>(Map.of("key", key, "operator", operator.word()));
            if (!values.isEmpty()) {
                json.put("values", values);
            }
            return json;
        }

        boolean holds(ClusterObject object) {
            var value = object.label(key);
            return switch (operator) {
                case IN -> value.filter(values::contains).isPresent();
                case NOT_IN -> value.filter(values::contains).isEmpty();
                case EXISTS -> value.isPresent();
                case DOES_NOT_EXIST -> value.isEmpty();
            };
        }
    }

    /** Reads a selector from an object; what is not there selects everything. */
    public static LabelSelector of(@Nullable Object json) {
        Map<String, String> labels = new LinkedHashMap<>();
        List<Requirement> expressions = new ArrayList<>();
        if (json instanceof Map<?, ?> map) {
            if (map.get("matchLabels") instanceof Map<?, ?> wanted) {
                wanted.forEach((key, value) -> labels.put(String.valueOf(key), String.valueOf(value)));
            }
            if (map.get("matchExpressions") instanceof List<?> wanted) {
                wanted.forEach(one -> expressions.add(requirement((Map<?, ?>) one)));
            }
        }
        return new LabelSelector(labels, expressions);
    }

    private static Requirement requirement(Map<?, ?> json) {
        List<String> values = json.get("values") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        return new Requirement(
                String.valueOf(json.get("key")), Operator.of(String.valueOf(json.get("operator"))), values);
    }

    /** Returns a selector of what meets all of these requirements, as an object carries it. */
    static Map<String, Object> json(List<Requirement> requirements) {
        return requirements.isEmpty()
                ? Map.of()
                : Map.of(
                        "matchExpressions",
                        requirements.stream().map(Requirement::json).toList());
    }

    /** Returns everything that must be true, labels too, in the order of the names of the labels. */
    List<Requirement> requirements() {
        return Stream.concat(
                        matchLabels.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(label -> new Requirement(label.getKey(), Operator.IN, List.of(label.getValue()))),
                        matchExpressions.stream())
                .toList();
    }

    /** Tells whether an object is selected. */
    public boolean selects(ClusterObject object) {
        return matchLabels.entrySet().stream()
                        .allMatch(label -> object.label(label.getKey())
                                .filter(label.getValue()::equals)
                                .isPresent())
                && matchExpressions.stream().allMatch(requirement -> requirement.holds(object));
    }
}
