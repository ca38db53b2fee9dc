package dev.understudy.independence;

import dev.understudy.drill.Outcome;
import dev.understudy.independence.ScenarioTimes.Clock;
import dev.understudy.independence.ScenarioTimes.Stage;
import dev.understudy.scenario.Participants.HeroRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collects how long the drills of a service took without some people and with them, each scenario for itself. Without are
 * those from which nobody else was excluded, with are those from which nobody was, or these people alone but free to
 * advise: then nothing but their absence differs. Drills that were stopped count for as long as they ran, whether that made
 * them aborted or failed. A rescued one counts as not recovered within the limit, since without help it was not, and so does
 * one that ran to the deadline. What healed by itself
 * has no time to acknowledge: nobody had to, and a clock stopped by that is not one that merely was not watched longer.
 */
final class Clocking {
    private final Sample sample;

    Clocking(Sample sample) {
        this.sample = sample;
    }

    /** Returns the times of each scenario that was drilled without, by its name. */
    List<ScenarioTimes> times() {
        return sample.results().stream()
                .filter(this::looksAt)
                .collect(Collectors.groupingBy(DrillResult::scenario, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(drills -> times(drills).stream())
                .toList();
    }

    private boolean looksAt(DrillResult drill) {
        boolean real = switch (drill.evidence().worth()) {
            case DRILL -> true;
            case REHEARSAL -> sample.scope().rehearsals();
            case NONE -> drill.outcome() == Outcome.ABORTED || drill.hero() != HeroRole.ABSENT;
        };
        return real
                && drill.outcome() != Outcome.INVALID
                && !drill.opened().isBefore(sample.scope().from());
    }

    private Optional<ScenarioTimes> times(List<DrillResult> drills) {
        Unit unit = sample.unit();
        List<DrillResult> without = drills.stream()
                .filter(d -> unit.alone(d) && d.hero() == HeroRole.ABSENT)
                .toList();
        List<DrillResult> with = drills.stream()
                .filter(d -> d.excluded().isEmpty() || (unit.alone(d) && d.hero() == HeroRole.SUPPORTING))
                .toList();
        if (without.isEmpty()) {
            return Optional.empty();
        }
        List<DrillResult> both = Stream.concat(without.stream(), with.stream()).toList();
        Duration horizon = shortest(both, DrillResult::horizon);
        List<Timed> recoverWithout = timed(without, Clock.RECOVER);
        List<Timed> recoverWith = timed(with, Clock.RECOVER);
        return Optional.of(new ScenarioTimes(
                without.getFirst().scenario(),
                unit.names(),
                horizon,
                objective(both, Clock.RECOVER),
                stages(without, with),
                recoverWith.isEmpty() || recoverWithout.isEmpty()
                        ? null
                        : RestrictedMeanTest.of(recoverWith, recoverWithout, horizon)));
    }

    private static List<Stage> stages(List<DrillResult> without, List<DrillResult> with) {
        List<Stage> stages = new ArrayList<>();
        for (Clock clock : Arrays.asList(Clock.values())) {
            SurvivalCurve alone = curve(timed(without, clock));
            SurvivalCurve helped = curve(timed(with, clock));
            if (alone != null || helped != null) {
                List<DrillResult> both =
                        Stream.concat(without.stream(), with.stream()).toList();
                stages.add(new Stage(clock, objective(both, clock), alone, helped));
            }
        }
        return stages;
    }

    private static @Nullable SurvivalCurve curve(List<Timed> times) {
        return times.isEmpty() ? null : SurvivalCurve.of(times);
    }

    private static List<Timed> timed(List<DrillResult> drills, Clock clock) {
        return drills.stream().flatMap(d -> Stream.ofNullable(timed(d, clock))).toList();
    }

    private static @Nullable Timed timed(DrillResult drill, Clock clock) {
        return switch (clock) {
            case DETECT -> drill.detect();
            case ACKNOWLEDGE -> drill.outcome() == Outcome.SELF_HEALED ? null : drill.acknowledge();
            case RECOVER ->
                missed(drill) && drill.recover() != null ? new Timed(drill.horizon(), false) : drill.recover();
        };
    }

    /** Tells whether it is known that the team alone did not recover it within the limit. */
    private static boolean missed(DrillResult drill) {
        return drill.outcome() == Outcome.RESCUED || (drill.outcome() == Outcome.NOT_RECOVERED && drill.timedOut());
    }

    private static Duration objective(List<DrillResult> drills, Clock clock) {
        return shortest(drills, drill -> switch (clock) {
            case DETECT -> drill.objectives().detect();
            case ACKNOWLEDGE -> drill.objectives().acknowledge();
            case RECOVER -> drill.objectives().recover();
        });
    }

    private static Duration shortest(List<DrillResult> drills, Function<DrillResult, Duration> of) {
        return drills.stream().map(of).min(Duration::compareTo).orElseThrow();
    }
}
