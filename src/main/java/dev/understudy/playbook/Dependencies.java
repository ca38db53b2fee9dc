package dev.understudy.playbook;

import dev.understudy.history.HistoryTally;
import dev.understudy.independence.ClassTally;
import dev.understudy.independence.DrillResult;
import dev.understudy.independence.Judgement;
import dev.understudy.independence.Verdict;
import dev.understudy.playbook.HeroMap.Dependency;
import dev.understudy.playbook.HeroMap.Factor;
import dev.understudy.playbook.HeroMap.Factor.Kind;
import dev.understudy.playbook.HeroMap.Routed;
import dev.understudy.roster.Criticality;
import dev.understudy.roster.ServiceEntry;
import dev.understudy.roster.Specialty;
import dev.understudy.wording.Words;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws the hero map. */
final class Dependencies {
    private static final double QUARTER = 91;
    /** What is left of a risk that drills have shown to be gone: the line stays to be seen, and falls to the end. */
    private static final double SHOWN = 0.1;

    private final Groundwork ground;
    private final Routes routes;

    Dependencies(Groundwork ground) {
        this.ground = ground;
        this.routes = new Routes(ground);
    }

    HeroMap map() {
        HistoryTally history = ground.history();
        List<Dependency> dependencies = new Families(ground)
                .known().stream()
                        .flatMap(family -> line(family).stream())
                        .sorted(Comparator.comparingDouble(Dependency::risk)
                                .reversed()
                                .thenComparing(Dependency::service)
                                .thenComparing(Dependency::incidentClass))
                        .toList();
        return new HeroMap(
                history.from(),
                history.to(),
                history.incidents(),
                ground.drills().size(),
                dependencies);
    }

    private Optional<Dependency> line(Family family) {
        List<Routed> responders = routes.responders(family).stream()
                .map(responder -> routed(family, responder))
                .toList();
        if (responders.isEmpty()) {
            return Optional.empty();
        }
        Routed largest = Dependency.largest(responders);
        List<Factor> factors = List.of(
                criticality(family),
                recurrence(family),
                concentration(largest),
                dependence(family, largest.responder()));
        return Optional.of(new Dependency(
                family.service(),
                family.incidentClass(),
                factors.stream().mapToDouble(Factor::value).reduce(1, (a, b) -> a * b),
                factors,
                responders));
    }

    private Routed routed(Family family, String responder) {
        Optional<Judgement> judgement = ground.judgement(family.service(), responder);
        return new Routed(
                responder,
                routes.of(family, responder),
                judgement.map(Judgement::verdict).orElse(Verdict.INSUFFICIENT),
                judgement
                        .map(Judgement::because)
                        .orElse("No drill of " + family.service() + " without " + responder + " was read."),
                accepted(family, responder).orElse(null),
                routes.without(family, responder).stream()
                        .map(DrillResult::drill)
                        .toList());
    }

    private Factor criticality(Family family) {
        String found = ground.service(family.service())
                .map(ServiceEntry::criticality)
                .map(Criticality::name)
                .map(word -> word.toLowerCase(Locale.ROOT) + " in the roster")
                .orElse("the roster does not know this service");
        return new Factor(Kind.CRITICALITY, ground.criticality(family.service()), found);
    }

    private Factor recurrence(Family family) {
        HistoryTally history = ground.history();
        double days = Duration.between(history.from(), history.to()).toSeconds() / 86_400.0;
        long incidents = history.families().stream()
                .filter(f -> f.service().equals(family.service())
                        && f.incidentClass().equals(family.incidentClass()))
                .mapToLong(HistoryTally.Family::incidents)
                .sum();
        double perQuarter = days <= 0 ? 0 : incidents * QUARTER / days;
        String found = days <= 0
                ? "no incident history"
                : Words.count(incidents, "incident") + " in " + Math.round(days) + " days: " + Words.figure(perQuarter)
                        + " a quarter";
        return new Factor(Kind.RECURRENCE, Math.log(2 + perQuarter) / Math.log(2), found);
    }

    private static Factor concentration(Routed largest) {
        return largest.largest()
                .map(top -> new Factor(
                        Kind.CONCENTRATION,
                        top.certain(),
                        largest.responder() + ": " + top.source().word() + " "
                                + top.share().words()))
                .orElse(new Factor(Kind.CONCENTRATION, 0, "no part in anything that counts"));
    }

    /** A verdict is on the service's sum, so a family needs a fresh pass of its own, or a verdict of its own. */
    private Factor dependence(Family family, String responder) {
        Optional<Judgement> judgement = ground.judgement(family.service(), responder);
        Optional<ClassTally> own = judgement.stream()
                .flatMap(j -> j.classes().stream())
                .filter(c -> c.incidentClass().equals(family.incidentClass()))
                .findFirst();
        boolean alone = own.map(c -> c.verdict() == Verdict.INDEPENDENT).orElse(false);
        boolean inSum = judgement.map(j -> j.verdict() == Verdict.INDEPENDENT).orElse(false)
                && own.map(ClassTally::fresh).orElse(false);
        String passed = own.map(c -> c.estimate().passes() + " of "
                        + Words.count(c.estimate().drills(), "drill") + " without " + responder + " passed")
                .orElse("not drilled without " + responder);
        String verdict = "the service is "
                + judgement.map(Judgement::verdict).orElse(Verdict.INSUFFICIENT).word();
        return new Factor(Kind.NOT_INDEPENDENT, alone || inSum ? SHOWN : 1, passed + "; " + verdict);
    }

    private Optional<Specialty> accepted(Family family, String responder) {
        return ground.service(family.service()).map(ServiceEntry::specialties).orElse(List.of()).stream()
                .filter(s -> s.responder().equals(responder) && covers(s, family.incidentClass()))
                .filter(s -> !s.until().isBefore(ground.today()))
                .max(Comparator.comparing(Specialty::until));
    }

    /** Tells whether accepted dependence is about a class. */
    static boolean covers(Specialty specialty, String incidentClass) {
        return specialty.incidentClass() == null || specialty.incidentClass().equals(incidentClass);
    }
}
