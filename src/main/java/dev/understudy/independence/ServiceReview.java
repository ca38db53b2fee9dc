package dev.understudy.independence;

import dev.understudy.drill.Evidence.Worth;
import dev.understudy.roster.ServiceEntry;
import dev.understudy.scenario.Participants.HeroRole;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Assesses one service. */
final class ServiceReview {
    private final Question question;
    private final ServiceEntry service;
    private final Scope scope;
    private final List<DrillResult> every;
    private final List<DrillResult> drills;

    /**
     * Begins with one service.
     *
     * @param known drills of any service up to the moment; rehearsals that nobody asked for are among them, since a
     *     judgement says how many there were, and drills that were left out, since their actions still stand
     */
    ServiceReview(Question question, ServiceEntry service, List<DrillResult> known) {
        this.question = question;
        this.service = service;
        this.scope = question.scope();
        this.every =
                known.stream().filter(d -> d.service().equals(service.name())).toList();
        this.drills = every.stream().filter(d -> !scope.leavesOut(d)).toList();
    }

    ServiceAssessment assessment() {
        List<Concentration> concentrations = new Concentrations(service.name(), question.history(), led()).all();
        List<String> closers = Closers.of(concentrations);
        List<Sample> singles = Stream.concat(excluded(), Concentrations.heroes(concentrations, closers))
                .filter(this::askedAbout)
                .distinct()
                .sorted()
                .map(name -> sample(Set.of(name)))
                .toList();
        List<Sample> groups = groups();
        List<Judgement> judgements = singles.stream().map(this::judged).toList();
        List<Judgement> together = groups.stream().map(this::judged).toList();
        return new ServiceAssessment(
                service.name(),
                service.criticality(),
                Summary.verdict(judgements, together),
                Summary.sentence(service.name(), real().count(), judgements, together),
                (int) real().count(),
                judgements,
                together,
                concentrations,
                closers,
                Concentrations.headline(concentrations).orElse(null),
                Escalations.of(question.history().escalations().getOrDefault(service.name(), new TreeMap<>()))
                        .orElse(null),
                new Qualification(scope).of(service.name(), drills),
                Stream.concat(singles.stream(), groups.stream())
                        .flatMap(s -> new Clocking(s).times().stream())
                        .toList());
    }

    private Stream<DrillResult> real() {
        return drills.stream().filter(d -> d.evidence().worth() != Worth.REHEARSAL || question.rehearsals());
    }

    private List<DrillResult> led() {
        return real().filter(d -> d.outcome().valid())
                .filter(d -> !d.opened().isBefore(scope.from()))
                .toList();
    }

    private Stream<String> excluded() {
        Stream<String> drilled = real().flatMap(d -> d.excluded().stream());
        return question.excluding() == null ? drilled : Stream.concat(drilled, Stream.of(question.excluding()));
    }

    private boolean askedAbout(String responder) {
        return question.excluding() == null || question.excluding().equals(responder);
    }

    private List<Sample> groups() {
        return real().filter(d -> d.hero() == HeroRole.ABSENT)
                .map(DrillResult::excluded)
                .filter(together -> together.size() > 1 && together.stream().anyMatch(this::askedAbout))
                .distinct()
                .map(this::sample)
                .sorted(Comparator.comparing(s -> s.unit().who()))
                .toList();
    }

    private Sample sample(Set<String> excluded) {
        return Sample.of(new Unit(service.name(), excluded), scope, service.requiredClasses(), every);
    }

    /** How many incidents of each class the history has; what it could not classify cannot be drilled by class either. */
    private SortedMap<String, Long> incidents() {
        SortedMap<String, Long> incidents = new TreeMap<>();
        question.history().families().stream()
                .filter(f ->
                        f.service().equals(service.name()) && !f.incidentClass().isEmpty())
                .forEach(f -> incidents.merge(f.incidentClass(), f.incidents(), Long::sum));
        return incidents;
    }

    private Judgement judged(Sample sample) {
        return new Judge(sample, service.specialties(), incidents()).judgement();
    }
}
