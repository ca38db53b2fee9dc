package dev.understudy.independence;

import dev.understudy.drill.Evidence.Worth;
import dev.understudy.independence.VerdictRule.Ruling;
import dev.understudy.roster.Specialty;
import dev.understudy.wording.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a whole judgement of a sample. */
final class Judge {
    private final Sample sample;
    private final List<Specialty> specialties;
    private final SortedMap<String, Long> incidents;

    /**
     * Judges one sample.
     *
     * @param specialties that somebody accepted for the service, whoever they are about
     * @param incidents how many the history has of each class at the service: shown, never used
     */
    Judge(Sample sample, List<Specialty> specialties, SortedMap<String, Long> incidents) {
        this.sample = sample;
        this.specialties = specialties;
        this.incidents = incidents;
    }

    Judgement judgement() {
        Ruling ruling = VerdictRule.apply(sample);
        return new Judgement(
                sample.unit().service(),
                sample.unit().names(),
                ruling.verdict(),
                new Because(sample, ruling).sentence(),
                ruling.missing(),
                Estimate.of(sample.posterior(), sample.scope().thresholds()),
                sample.counting(),
                weighted(d -> d.outcome().passed()),
                weighted(d -> true),
                sample.leads(),
                classes(),
                ruling.proof(),
                trend(),
                sample.counted().stream().map(DrillResult::drill).toList(),
                specialties(false),
                specialties(true));
    }

    private double weighted(Predicate<DrillResult> which) {
        Freshness freshness = new Freshness(sample.scope().thresholds().halfLife());
        return sample.counted().stream()
                .filter(which)
                .mapToDouble(d -> freshness.weight(d.opened(), sample.scope().moment()))
                .sum();
    }

    private List<ClassTally> classes() {
        Set<String> drilled = sample.results().stream()
                .filter(sample.unit()::excludedFrom)
                .filter(this::asked)
                .map(DrillResult::incidentClass)
                .collect(Collectors.toCollection(TreeSet::new));
        return Stream.of(sample.required(), drilled, incidents.keySet())
                .flatMap(Collection::stream)
                .distinct()
                .map(name -> tally(name, drilled.contains(name)))
                .toList();
    }

    private ClassTally tally(String incidentClass, boolean drilled) {
        Sample narrow = sample.ofClass(incidentClass);
        Ruling ruling = VerdictRule.apply(narrow);
        Optional<Instant> latest = IndependentConditions.latestPass(narrow.counted());
        Instant fresh =
                sample.scope().moment().minus(sample.scope().thresholds().fresh());
        return new ClassTally(
                incidentClass,
                sample.required().contains(incidentClass),
                ruling.verdict(),
                Estimate.of(narrow.posterior(), sample.scope().thresholds()),
                Words.listed(ruling.missing()),
                latest.orElse(null),
                latest.filter(at -> !at.isBefore(fresh)).isPresent(),
                incidents.getOrDefault(incidentClass, 0L),
                drilled);
    }

    /** The rule after each drill in turn, as it would have judged then. */
    private List<TrendPoint> trend() {
        List<DrillResult> drills = sample.results().stream()
                .filter(sample.unit()::excludedFrom)
                .filter(this::asked)
                .toList();
        return IntStream.range(0, drills.size())
                .mapToObj(i -> point(
                        drills.get(i),
                        i + 1 < drills.size()
                                ? drills.get(i + 1).opened()
                                : sample.scope().moment()))
                .toList();
    }

    /** A drill's own debrief is held after it, so what is known then goes up to the next drill. */
    private TrendPoint point(DrillResult drill, Instant next) {
        Sample then = sample.after(drill, next);
        Standing standing = Standing.of(drill, sample.unit(), sample.scope());
        return new TrendPoint(
                drill.opened(),
                drill.drill(),
                drill.incidentClass(),
                drill.outcome(),
                standing == Standing.COUNTED,
                standing.reason(drill),
                VerdictRule.apply(then).verdict(),
                then.posterior().atLeast(sample.scope().thresholds().success()));
    }

    /** Not a rehearsal that nobody asked for. */
    private boolean asked(DrillResult drill) {
        return sample.scope().rehearsals() || drill.evidence().worth() != Worth.REHEARSAL;
    }

    private List<Specialty> specialties(boolean expired) {
        LocalDate today = LocalDate.ofInstant(sample.scope().moment(), ZoneOffset.UTC);
        return specialties.stream()
                .filter(s -> sample.unit().excluded().contains(s.responder()))
                .filter(s -> s.until().isBefore(today) == expired)
                .toList();
    }
}
