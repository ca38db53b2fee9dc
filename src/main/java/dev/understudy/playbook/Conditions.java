package dev.understudy.playbook;

import dev.understudy.debrief.SystemCondition;
import dev.understudy.drill.Outcome;
import dev.understudy.independence.DrillResult;
import dev.understudy.playbook.ImprovementPlan.Condition;
import dev.understudy.playbook.ImprovementPlan.State;
import dev.understudy.scenario.Participants.HeroRole;
import dev.understudy.wording.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds by rule the conditions of the system that drills brought to light. */
final class Conditions {
    private final Groundwork ground;

    Conditions(Groundwork ground) {
        this.ground = ground;
    }

    /** Returns those of little weight last; else open ones first, then by service, scenario and kind. */
    List<Condition> found() {
        List<String> scenarios =
                valid().map(DrillResult::scenario).distinct().sorted().toList();
        return scenarios.stream()
                .flatMap(
                        scenario -> Stream.of(SystemCondition.values()).flatMap(kind -> found(scenario, kind).stream()))
                .sorted(Comparator.comparing((Condition c) -> c.kind().minor())
                        .thenComparing(Condition::state)
                        .thenComparing(Condition::service)
                        .thenComparing(Condition::scenario)
                        .thenComparing(Condition::kind))
                .toList();
    }

    private Stream<DrillResult> valid() {
        return ground.drills().stream().filter(d -> d.outcome().valid());
    }

    private Optional<Condition> found(String scenario, SystemCondition kind) {
        List<DrillResult> could = valid().filter(d -> d.scenario().equals(scenario) && couldShow(d, kind))
                .toList();
        List<DrillResult> did = could.stream().filter(d -> shows(d, kind)).toList();
        return did.isEmpty() ? Optional.empty() : Optional.of(condition(kind, could, did));
    }

    private Condition condition(SystemCondition kind, List<DrillResult> could, List<DrillResult> did) {
        DrillResult last = did.getLast();
        DrillResult latest = could.getLast();
        Optional<LinkedAction> linked = LinkedAction.of(kind, did);
        LocalDate due = linked.map(a -> a.action().due()).orElseGet(() -> proposed(last));
        return new Condition(
                kind,
                last.service(),
                last.incidentClass(),
                last.scenario(),
                new Share(did.size(), could.size()),
                did.stream().map(DrillResult::drill).toList(),
                last.opened(),
                state(kind, latest != last && shownWithout(kind, latest), linked, due),
                latest.drill(),
                did.stream().flatMap(d -> details(d, kind)).distinct().toList(),
                linked.map(a -> a.action().owner()).orElse(null),
                due,
                linked.isEmpty(),
                linked.map(a -> a.action().title()).orElse(null),
                linked.map(LinkedAction::word).orElse(null),
                linked.map(a -> Groundwork.retest(a.drill(), a.action())).orElse(last.scenario()));
    }

    /** A drill that the team did not pass on its own does not show that it needs neither help nor hints. */
    private static boolean shownWithout(SystemCondition kind, DrillResult latest) {
        return switch (kind) {
            case HINT_NEEDED, EXCLUDED_NEEDED -> latest.outcome().passed() && latest.hero() == HeroRole.ABSENT;
            case NO_ALERT, ALERT_LATE, DETECTED_BY_PERSON, ACKNOWLEDGED_LATE, REPAIR_BY_HAND, UNDO_DIVERGED -> true;
        };
    }

    private State state(SystemCondition kind, boolean gone, Optional<LinkedAction> linked, LocalDate due) {
        if (gone) {
            return State.NOT_SEEN;
        }
        if (linked.map(a -> a.action().done()).orElse(false)) {
            return State.DONE;
        }
        // nobody has agreed to a date that the rule proposes
        boolean late = linked.isPresent() && !kind.minor() && due.isBefore(ground.today());
        return late ? State.OVERDUE : State.OPEN;
    }

    /** The more a service matters, the sooner: 30, 60 or 90 days after the drill, and never before two weeks from now. */
    private LocalDate proposed(DrillResult drill) {
        LocalDate due = Groundwork.day(drill.opened()).plusDays(30L * (4 - ground.criticality(drill.service())));
        LocalDate soonest = ground.today().plusDays(14);
        return due.isBefore(soonest) ? soonest : due;
    }

    /** A drill without impact says nothing about alerts, and one with the hero at hand nothing about needing them. */
    private static boolean couldShow(DrillResult drill, SystemCondition kind) {
        return switch (kind) {
            case NO_ALERT, ALERT_LATE, DETECTED_BY_PERSON -> drill.detect() != null;
            case ACKNOWLEDGED_LATE -> drill.detect() != null;
            case REPAIR_BY_HAND -> drill.recover() != null && drill.recover().happened();
            case EXCLUDED_NEEDED ->
                drill.hero() == HeroRole.ABSENT && !drill.excluded().isEmpty();
            case HINT_NEEDED, UNDO_DIVERGED -> true;
        };
    }

    private static boolean shows(DrillResult drill, SystemCondition kind) {
        DrillResult.Signs signs = drill.signs();
        return switch (kind) {
            case NO_ALERT -> !signs.alerted();
            case ALERT_LATE -> signs.alerted() && signs.detectedLate();
            case DETECTED_BY_PERSON -> signs.reported();
            case ACKNOWLEDGED_LATE -> signs.acknowledgedLate();
            case REPAIR_BY_HAND -> signs.byHand();
            case HINT_NEEDED -> !signs.hints().isEmpty();
            case EXCLUDED_NEEDED ->
                drill.outcome() == Outcome.RESCUED && !drill.rescuers().isEmpty();
            case UNDO_DIVERGED -> !signs.diverged().isEmpty();
        };
    }

    private static Stream<String> details(DrillResult drill, SystemCondition kind) {
        return switch (kind) {
            case ALERT_LATE ->
                Stream.ofNullable(drill.detect()).map(clock -> "detected after " + Words.roughly(clock.took()));
            case ACKNOWLEDGED_LATE ->
                Stream.ofNullable(drill.acknowledge())
                        .map(clock -> (clock.happened() ? "taken after " : "not taken within ")
                                + Words.roughly(clock.took()));
            case HINT_NEEDED -> drill.signs().hints().stream().map(level -> "a hint of level " + level);
            case UNDO_DIVERGED -> drill.signs().diverged().stream();
            case NO_ALERT, DETECTED_BY_PERSON, REPAIR_BY_HAND, EXCLUDED_NEEDED -> Stream.empty();
        };
    }
}
