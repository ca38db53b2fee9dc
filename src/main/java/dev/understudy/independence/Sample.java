package dev.understudy.independence;

import dev.understudy.debrief.ActionItem;
import dev.understudy.drill.Evidence.Worth;
import dev.understudy.drill.Outcome;
import dev.understudy.independence.Counting.Fail;
import dev.understudy.scenario.Participants.HeroRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The drills of one service, sorted by what they say about working without some people. */
final class Sample {
    private static final Comparator<DrillResult> OLDEST_FIRST =
            Comparator.comparing(DrillResult::opened).thenComparing(DrillResult::drill);

    private final Unit unit;
    private final Scope scope;
    private final List<String> required;
    private final List<DrillResult> results;
    private final List<DrillResult> leftOut;
    private final List<DrillResult> counted;

    private Sample(
            Unit unit, Scope scope, List<String> required, List<DrillResult> results, List<DrillResult> leftOut) {
        this.unit = unit;
        this.scope = scope;
        this.required = List.copyOf(required);
        this.results = results;
        this.leftOut = leftOut;
        this.counted = without(Standing.COUNTED);
    }

    /**
     * Takes those of some drills that are of the service and not later than the moment.
     *
     * @param required incident classes of which a fresh pass is asked for
     */
    static Sample of(Unit unit, Scope scope, List<String> required, List<DrillResult> results) {
        Map<Boolean, List<DrillResult>> leftOut = results.stream()
                .filter(d -> d.service().equals(unit.service()))
                .filter(d -> !d.opened().isAfter(scope.moment()))
                .sorted(OLDEST_FIRST)
                .collect(Collectors.partitioningBy(scope::leavesOut));
        return new Sample(
                unit, scope, required, leftOut.getOrDefault(false, List.of()), leftOut.getOrDefault(true, List.of()));
    }

    Unit unit() {
        return unit;
    }

    Scope scope() {
        return scope;
    }

    List<String> required() {
        return required;
    }

    List<DrillResult> results() {
        return results;
    }

    /** Returns the drills that count, oldest first. */
    List<DrillResult> counted() {
        return counted;
    }

    /**
     * Returns what there was of it after one drill.
     *
     * @param known debriefs that were held after this moment had not been held
     */
    Sample after(DrillResult drill, Instant known) {
        List<DrillResult> until = results.subList(0, results.indexOf(drill) + 1);
        return new Sample(unit, scope.at(drill.opened()), required, asOf(known, until), asOf(known, leftOut));
    }

    private static List<DrillResult> asOf(Instant moment, List<DrillResult> drills) {
        return drills.stream().map(d -> d.asOf(moment)).toList();
    }

    /** Returns only the drills of one class, as if the service had no other. */
    Sample ofClass(String incidentClass) {
        return new Sample(
                unit, scope, List.of(incidentClass), ofClass(results, incidentClass), ofClass(leftOut, incidentClass));
    }

    private static List<DrillResult> ofClass(List<DrillResult> drills, String incidentClass) {
        return drills.stream()
                .filter(d -> d.incidentClass().equals(incidentClass))
                .toList();
    }

    /** Returns the drills without these people that stand that way, oldest first. */
    List<DrillResult> without(Standing standing) {
        return results.stream()
                .filter(unit::excludedFrom)
                .filter(d -> Standing.of(d, unit, scope) == standing)
                .toList();
    }

    /** Returns the latest drill that counts. */
    Optional<DrillResult> latest() {
        return counted.isEmpty() ? Optional.empty() : Optional.of(counted.getLast());
    }

    SuccessPosterior posterior() {
        return new SuccessPosterior(
                counted.stream().filter(d -> d.outcome().passed()).count(), counted.size());
    }

    /** Returns distinct people who led counted drills that people recovered in time, in order of appearance. */
    List<String> leads() {
        return recovered()
                .map(scope::lead)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    /** Tells whether people recovered any counted drill in time. */
    boolean peopleRecovered() {
        return recovered().findAny().isPresent();
    }

    private Stream<DrillResult> recovered() {
        return counted.stream().filter(d -> d.outcome() == Outcome.RECOVERED);
    }

    /** Returns valid drills in which these people could help, oldest first. */
    List<DrillResult> helped() {
        return results.stream()
                .filter(d -> !d.opened().isBefore(scope.from()))
                .filter(unit::couldHelp)
                .filter(d -> d.outcome().valid() && real(d))
                .toList();
    }

    /** With somebody excluded who may take part a drill is no evidence, but only for that reason. */
    private boolean real(DrillResult drill) {
        return switch (drill.evidence().worth()) {
            case DRILL -> true;
            case REHEARSAL -> scope.rehearsals();
            case NONE -> drill.hero() != HeroRole.ABSENT;
        };
    }

    /**
     * Returns the actions that stand in the way, of every drill of the service whoever was excluded from it, and however
     * long ago it was: leaving old drills out does not do what they asked for.
     */
    List<ActionItem> blocking() {
        return Stream.concat(leftOut.stream(), results.stream())
                .filter(d -> d.evidence().worth() != Worth.REHEARSAL || scope.rehearsals())
                .map(DrillResult::debrief)
                .flatMap(Stream::ofNullable)
                .flatMap(debrief -> debrief.actions().stream())
                .filter(ActionItem::blocks)
                .toList();
    }

    Counting counting() {
        Map<Standing, List<DrillResult>> by = new EnumMap<>(Standing.class);
        results.stream()
                .filter(unit::excludedFrom)
                .forEach(d -> by.computeIfAbsent(Standing.of(d, unit, scope), s -> new ArrayList<>())
                        .add(d));
        List<Fail> withheldFails = by.getOrDefault(Standing.WITHHELD, List.of()).stream()
                .filter(d -> d.outcome().valid() && !d.outcome().passed())
                .map(d -> new Fail(d.drill(), Standing.WITHHELD.reason(d)))
                .toList();
        return new Counting(
                count(by, Standing.COUNTED),
                by.getOrDefault(Standing.SET_ASIDE, List.of()).stream()
                        .map(DrillResult::drill)
                        .toList(),
                count(by, Standing.ABORTED),
                count(by, Standing.INVALID),
                count(by, Standing.REHEARSAL),
                count(by, Standing.WITHHELD) - withheldFails.size(),
                withheldFails,
                count(by, Standing.TOO_OLD));
    }

    private static int count(Map<Standing, List<DrillResult>> by, Standing standing) {
        return by.getOrDefault(standing, List.of()).size();
    }
}
