package dev.understudy.playbook;

import dev.understudy.independence.DrillResult;
import dev.understudy.playbook.TransferPlan.Capability;
import dev.understudy.playbook.TransferPlan.NextStep;
import dev.understudy.playbook.TransferPlan.Shown;
import dev.understudy.playbook.TransferPlan.Standing;
import dev.understudy.roster.ServiceEntry;
import dev.understudy.wording.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says for each capability where people stand, and what comes next. */
final class Transfer {
    private final Groundwork ground;
    private final Ladder ladder;

    Transfer(Groundwork ground) {
        this.ground = ground;
        this.ladder = new Ladder(ground);
    }

    TransferPlan plan() {
        return new TransferPlan(new Families(ground)
                .planned().stream()
                        .flatMap(f -> ground.service(f.service()).map(s -> capability(f, s)).stream())
                        .toList());
    }

    private Capability capability(Family family, ServiceEntry service) {
        Collection<String> heroes = ground.heroes(family);
        List<Standing> people = ground.people(family).stream()
                .map(person -> standing(family, person, heroes))
                .toList();
        return new Capability(
                family.service(),
                service.criticality(),
                family.incidentClass(),
                ground.title(family.incidentClass()),
                service.requiredClasses().contains(family.incidentClass()),
                service.team(),
                List.copyOf(heroes),
                ground.scenarios(family).stream().map(LibraryScenario::name).toList(),
                Math.toIntExact(people.stream()
                        .filter(s -> s.rung() == Rung.LEADS_ALONE)
                        .count()),
                people);
    }

    private Standing standing(Family family, String person, Collection<String> heroes) {
        List<Shown> shown = ladder.shown(family, person);
        Rung rung = Ladder.highest(shown);
        String scenario = next(family, person).map(LibraryScenario::name).orElse(null);
        String which = scenario == null
                ? "a drill of " + family.words() + ", for which the library has no scenario yet"
                : "'" + scenario + "'";
        String hero = heroes.isEmpty() ? "somebody experienced" : Words.listed(heroes);
        return new Standing(person, rung, shown, step(rung, shown, which, hero, scenario), null);
    }

    private @Nullable NextStep step(
            Rung rung, List<Shown> shown, String which, String hero, @Nullable String scenario) {
        return switch (rung) {
            case NOT_YET ->
                new NextStep(Rung.SHADOWED, scenario, "Take part in " + which + " while somebody else leads.");
            case SHADOWED ->
                new NextStep(Rung.LEADS_WITH_SUPPORT, scenario, "Lead " + which + " with " + hero + " at hand.");
            case LEADS_WITH_SUPPORT ->
                new NextStep(Rung.LEADS_ALONE, scenario, "Lead " + which + " without " + hero + " and without hints.");
            case LEADS_ALONE ->
                stale(shown)
                        ? new NextStep(
                                Rung.LEADS_ALONE,
                                scenario,
                                "Lead " + which + " alone again: the last time is more than " + fresh().toDays()
                                        + " days ago.")
                        : null;
        };
    }

    private boolean stale(List<Shown> shown) {
        Instant last = shown.stream()
                .filter(s -> s.rung() == Rung.LEADS_ALONE)
                .map(Shown::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return last.isBefore(ground.at().minus(fresh()));
    }

    private Duration fresh() {
        return ground.question().thresholds().fresh();
    }

    /** Prefers what the person has led least, then what was drilled longest ago, then the name. */
    private Optional<LibraryScenario> next(Family family, String person) {
        return ground.scenarios(family).stream()
                .filter(s -> !s.excluded().contains(person))
                .min(Comparator.comparingLong((LibraryScenario s) -> led(s, person))
                        .thenComparing(s -> ground.lastDrilled(s.name()))
                        .thenComparing(LibraryScenario::name));
    }

    private long led(LibraryScenario scenario, String person) {
        return ground.drills().stream()
                .filter(d -> d.scenario().equals(scenario.name()))
                .map(DrillResult::lead)
                .filter(person::equals)
                .count();
    }
}
