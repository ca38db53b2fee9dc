package dev.understudy.scenario;

import dev.understudy.fault.FaultSpec;
import dev.understudy.fault.FaultType;
import dev.understudy.fault.FieldOf;
import dev.understudy.fault.Target;
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
        if (scenario.target().namespace().isEmpty()) {
            // a target that could not be read is a problem of its own, and has no fields
            return;
        }
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
                        "'" + second.name() + "' sets " + field + ", and so does '" + first.name() + "'",
                        "no two faults may touch the same field: make them one, or two scenarios",
                        "/spec/faults/" + earlier));
    }

    private static Optional<FieldOf> shared(Set<FieldOf> some, Set<FieldOf> others) {
        return some.stream().filter(s -> others.stream().anyMatch(s::overlaps)).findFirst();
    }

    private Set<FieldOf> fields(FaultStep step) {
        return types.stream()
                .filter(type -> type.name().equals(step.type()))
                .findFirst()
                .map(type -> fields(type, step.spec(), scenario.target()))
                .orElse(Set.of());
    }

    private static <S extends FaultSpec> Set<FieldOf> fields(FaultType<S> type, FaultSpec spec, Target target) {
        return type.spec().isInstance(spec) ? type.fields(type.spec().cast(spec), target) : Set.of();
    }
}
