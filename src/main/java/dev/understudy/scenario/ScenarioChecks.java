package dev.understudy.scenario;

import dev.understudy.fault.FaultType;
import dev.understudy.roster.Roster;
import java.util.List;
import java.util.Optional;

/**
 * Whether a scenario makes sense: by itself, and with the roster that it takes names from. What can only be known from
 * a cluster (does the target exist, may we act there) is left to the preflight.
 */
public final class ScenarioChecks {
    private final List<FaultType<?>> types;

    /**
     * @param types kinds of fault that a scenario may use
     */
    public ScenarioChecks(List<FaultType<?>> types) {
        this.types = List.copyOf(types);
    }

    /**
     * Returns everything that is wrong, in no particular order.
     *
     * @param roster empty when it could not be read: names are not judged then
     */
    public List<Problem> check(Scenario scenario, Optional<Roster> roster, Places places) {
        Findings findings = new Findings(places);
        new SpecChecks(scenario, findings).check();
        new TimeChecks(scenario, findings).check();
        new FaultChecks(scenario, types, findings).check();
        new RoundChecks(scenario, types, findings).check();
        new ProbeChecks(scenario, findings).check();
        new RehearsalChecks(scenario, roster, findings).check();
        roster.ifPresent(known -> new NameChecks(scenario, known, findings).check());
        return findings.problems();
    }
}
