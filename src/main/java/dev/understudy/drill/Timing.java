package dev.understudy.drill;

import dev.understudy.drill.DrillEvent.EndDecided;
import dev.understudy.drill.FaultState.Progress;
import dev.understudy.probe.Quality;
import dev.understudy.probe.Reading;
import dev.understudy.scenario.Guardrails.AbortUnless;
import dev.understudy.wording.Words;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the passing of time and the probes' readings decide. Pure. */
final class Timing {
    private Timing() {}

    static List<DrillEvent> decide(Drill drill, Duration now) {
        return switch (drill.phase()) {
            case PREPARING -> drill.steadyHeld() ? lost(drill, now).orElse(List.of()) : preparing(drill, now);
            case HELD -> lost(drill, now).or(() -> injection(drill)).orElse(List.of());
            case RUNNING -> running(drill, now);
            case ENDING, CLOSED, REFUSED -> List.of();
        };
    }

    /** How long to wait for steady state before giving up: twice what it must hold, and half a minute. */
    static Duration patience(Drill drill) {
        return drill.briefing().steadyState().sustained().multipliedBy(2).plusSeconds(30);
    }

    /** Returns when a fault's time comes; empty for the first, which is zero of the clock, whatever its own time. */
    static Optional<Duration> dueAt(Drill drill, FaultState fault) {
        return Optional.ofNullable(drill.marks().injected())
                .map(zero -> zero.at().plus(fault.step().at()));
    }

    /** Returns when everything is undone at the latest; empty before the first injection. */
    static Optional<Duration> deadline(Drill drill) {
        return Optional.ofNullable(drill.marks().injected())
                .map(zero -> zero.at().plus(drill.briefing().guardrails().deadline()));
    }

    /** Returns until when steady state must have broken; empty when it need not, or has, or a fault is not in yet. */
    static Optional<Duration> impactBy(Drill drill) {
        return drill.briefing().expectImpact() && drill.marks().impact() == null
                ? Recovering.allInSince(drill).map(drill.briefing().guardrails().impactWithin()::plus)
                : Optional.empty();
    }

    /** Returns the reading with which a probe that must stay good turned bad; empty while it is not bad. */
    static Optional<Reading> badSince(Drill drill, AbortUnless guard) {
        return Optional.ofNullable(drill.guards().latest().get(guard.probe().name()))
                .filter(reading -> reading.quality() == Quality.BAD);
    }

    /** Returns the reading with which the probe that has been blind the longest turned blind. */
    static Optional<Reading> blindSince(Drill drill) {
        return Stream.of(drill.steady(), drill.guards())
                .flatMap(probes -> probes.first(Quality.UNKNOWN).stream())
                .min(Comparator.comparing(Reading::at));
    }

    private static boolean ready(Drill drill, Duration now) {
        boolean guarded = drill.guards().probes().isEmpty()
                || drill.guards().steadySince().isPresent();
        Duration sustained = drill.briefing().steadyState().sustained();
        return guarded && drill.steady().sustained(sustained, now).isPresent();
    }

    private static List<DrillEvent> preparing(Drill drill, Duration now) {
        if (ready(drill, now)) {
            return List.of(new DrillEvent.SteadyStateHeld());
        }
        return now.compareTo(patience(drill)) < 0
                ? List.of()
                : List.of(new DrillEvent.Refused(List.of(
                        "steady state does not hold: " + unsteady(drill) + "; bring the service back before a drill")));
    }

    private static String unsteady(Drill drill) {
        return Stream.of(Quality.BAD, Quality.UNKNOWN)
                .flatMap(quality -> Stream.of(drill.steady(), drill.guards()).flatMap(p -> p.first(quality).stream()))
                .findFirst()
                .map(Timing::words)
                .orElse("it broke before it had held for "
                        + Words.of(drill.briefing().steadyState().sustained()));
    }

    /** Steady state must hold without a break up to the injection, also while the record is being written. */
    private static Optional<List<DrillEvent>> lost(Drill drill, Duration now) {
        return ready(drill, now) ? Optional.empty() : Optional.of(end(EndCause.STEADY_STATE_LOST, unsteady(drill)));
    }

    private static Optional<List<DrillEvent>> injection(Drill drill) {
        return drill.faults().values().stream()
                .filter(f -> f.progress() == Progress.WRITTEN)
                .findFirst()
                .map(f -> List.of(new DrillEvent.InjectionBegun(f.step().name())));
    }

    /** Every reason to end comes before the next injection. */
    private static List<DrillEvent> running(Drill drill, Duration now) {
        return guardrail(drill, now)
                .or(() -> blind(drill, now))
                .or(() -> impact(drill))
                .or(() -> Recovering.decide(drill, now))
                .or(() -> faultEnded(drill, now))
                .or(() -> timeUp(drill, now))
                .or(() -> injection(drill))
                .or(() -> Repeating.due(drill, now))
                .orElse(List.of());
    }

    private static Optional<List<DrillEvent>> guardrail(Drill drill, Duration now) {
        return drill.briefing().guardrails().abortUnless().stream()
                .flatMap(guard -> badSince(drill, guard)
                        .filter(bad -> bad.at().plus(guard.lasts()).compareTo(now) <= 0)
                        .map(bad -> end(
                                EndCause.GUARDRAIL,
                                "probe '" + bad.probe() + "' has been bad for " + Words.of(guard.lasts()) + ": "
                                        + bad.detail()))
                        .stream())
                .findFirst();
    }

    private static Optional<List<DrillEvent>> blind(Drill drill, Duration now) {
        Duration limit = drill.briefing().guardrails().unknownFor();
        return blindSince(drill)
                .filter(r -> r.at().plus(limit).compareTo(now) <= 0)
                .map(r -> end(
                        EndCause.BLIND,
                        "probe '" + r.probe() + "' has not been able to see for " + Words.of(limit) + ": "
                                + r.detail()));
    }

    /** A bad reading from before the injection that arrives only now is no impact: there was no steady state. */
    private static Optional<List<DrillEvent>> impact(Drill drill) {
        Mark zero = drill.marks().injected();
        if (zero == null || drill.marks().impact() != null) {
            return Optional.empty();
        }
        return drill.steady()
                .first(Quality.BAD)
                .map(r -> r.at().compareTo(zero.at()) < 0
                        ? end(EndCause.STEADY_STATE_LOST, words(r))
                        : List.of(new DrillEvent.ImpactSeen(r.probe(), r.at(), r.error())));
    }

    /** A fault's own time is up; if the service is steady since before, wait until that is decided. */
    private static Optional<List<DrillEvent>> faultEnded(Drill drill, Duration now) {
        if (Recovering.pending(drill)) {
            return Optional.empty();
        }
        for (FaultState fault : drill.faults().values()) {
            boolean up = Recovering.ownEnd(fault)
                    .filter(end -> end.compareTo(now) <= 0)
                    .isPresent();
            if (up && !fault.ended()) {
                return Optional.of(
                        List.of(new DrillEvent.FaultEnded(fault.step().name())));
            }
        }
        boolean all = drill.faults().values().stream().allMatch(f -> f.ended() && !f.open());
        return all ? Optional.of(over(drill, EndCause.FAULTS_ENDED, "without a recovery before")) : Optional.empty();
    }

    private static Optional<List<DrillEvent>> timeUp(Drill drill, Duration now) {
        if (impactBy(drill).filter(limit -> limit.compareTo(now) <= 0).isPresent()) {
            return Optional.of(end(
                    EndCause.NO_IMPACT,
                    "steady state held for "
                            + Words.of(drill.briefing().guardrails().impactWithin())
                            + " after the injection; does the fault reach what the probes see?"));
        }
        return deadline(drill)
                .filter(limit -> limit.compareTo(now) <= 0 && !Recovering.pending(drill))
                .map(_ -> over(
                        drill,
                        EndCause.DEADLINE,
                        "after " + Words.of(drill.briefing().guardrails().deadline())));
    }

    /** Without impact there was nothing to recover from, so nobody can have failed to. */
    private static List<DrillEvent> over(Drill drill, EndCause cause, String detail) {
        if (drill.marks().impact() != null) {
            return end(cause, detail);
        }
        if (Recovering.allInSince(drill).isEmpty()) {
            return end(EndCause.INJECTION_FAILED, "not every fault was in when " + cause.words());
        }
        return drill.briefing().expectImpact()
                ? end(EndCause.NO_IMPACT, "steady state held until " + cause.words())
                : end(EndCause.NO_IMPACT_EXPECTED, "");
    }

    private static String words(Reading reading) {
        return "probe '" + reading.probe() + "': " + reading.detail();
    }

    private static List<DrillEvent> end(EndCause cause, String detail) {
        return List.of(new EndDecided(cause, detail));
    }
}
