package dev.understudy.fault;

import dev.understudy.cluster.ClusterObject;
import java.util.List;
import java.util.Map;

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

    /** Tells whether an object is selected. */
    public boolean selects(ClusterObject object) {
        return matchLabels.entrySet().stream()
                        .allMatch(label -> object.label(label.getKey())
                                .filter(label.getValue()::equals)
                                .isPresent())
                && matchExpressions.stream().allMatch(requirement -> requirement.holds(object));
    }
}
