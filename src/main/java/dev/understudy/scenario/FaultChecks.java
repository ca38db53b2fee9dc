package dev.understudy.scenario;

import dev.understudy.cluster.FieldPath;
import dev.understudy.fault.FaultSpec;
import dev.understudy.fault.FaultType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** That there are faults, and that no two of them set the same field: an undo would not know whose value it finds. */
final class FaultChecks {
    private final Scenario scenario;
    private final List<FaultType<?>> types;
    private final Findings findings;

    FaultChecks(Scenario scenario, List<FaultType<?>> types, Findings findings) {
        this.scenario = scenario;
        this.types = types;
        this.findings = findings;
    }

    void check() {
        List<FaultStep> faults = scenario.faults();
        if (faults.isEmpty()) {
            findings.add("/spec/faults", "a scenario needs at least one fault", null);
        }
        findings.twice("/spec/faults", "faults", "/name", faults, FaultStep::name);
        for (int later = 0; later < faults.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                compare(earlier, later);
            }
        }
    }

    private void compare(int earlier, int later) {
        FaultStep first = scenario.faults().get(earlier);
        FaultStep second = scenario.faults().get(later);
        shared(fields(first), fields(second))
                .ifPresent(field -> findings.add(
                        "/spec/faults/" + later,
                        "'" + second.name() + "' sets " + field + " of the target, and so does '" + first.name() + "'",
                        "no two faults may touch the same field: make them one, or two scenarios",
                        "/spec/faults/" + earlier));
    }

    private static Optional<FieldPath> shared(Set<FieldPath> some, Set<FieldPath> others) {
        return some.stream().filter(s -> others.stream().anyMatch(s::overlaps)).findFirst();
    }

    private Set<FieldPath> fields(FaultStep step) {
        return types.stream()
                .filter(type -> type.name().equals(step.type()))
                .findFirst()
                .map(type -> fields(type, step.spec()))
                .orElse(Set.of());
    }

    private static <S extends FaultSpec> Set<FieldPath> fields(FaultType<S> type, FaultSpec spec) {
        return type.spec().isInstance(spec) ? type.fields(type.spec().cast(spec)) : Set.of();
    }
}
