package dev.understudy.drill;

import dev.understudy.drill.DrillEvent.EndDecided;
import dev.understudy.drill.FaultState.Progress;
import dev.understudy.probe.Quality;
import dev.understudy.probe.Reading;
import dev.understudy.scenario.Guardrails.AbortUnless;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the passing of time and the probes' readings decide. Pure. */
final class Timing {
    private Timing() {}

    static List<DrillEvent> decide(Drill drill, Duration now) {
        return switch (drill.phase()) {
            case PREPARING -> preparing(drill, now);
            case HELD -> held(drill);
            case RUNNING -> running(drill, now);
            case ENDING, CLOSED, REFUSED -> List.of();
        };
    }

    /** How long to wait for steady state before giving up: twice what it must hold, and half a minute. */
    static Duration patience(Drill drill) {
        return drill.briefing().steadyState().sustained().multipliedBy(2).plusSeconds(30);
    }

    /** The first fault is zero of the clock, whatever its own time; the others follow it. */
    static boolean due(Drill drill, FaultState fault, Duration now) {
        Mark zero = drill.marks().injected();
        return zero == null || zero.at().plus(fault.step().at()).compareTo(now) <= 0;
    }

    private static List<DrillEvent> preparing(Drill drill, Duration now) {
        if (drill.steadyHeld()) {
            return List.of();
        }
        boolean guarded = drill.guards().probes().isEmpty()
                || drill.guards().steadySince().isPresent();
        Duration sustained = drill.briefing().steadyState().sustained();
        if (guarded && drill.steady().sustained(sustained, now).isPresent()) {
            return List.of(new DrillEvent.SteadyStateHeld());
        }
        return now.compareTo(patience(drill)) < 0 ? List.of() : List.of(new DrillEvent.Refused(unsteady(drill)));
    }

    private static List<String> unsteady(Drill drill) {
        Optional<Reading> bad = drill.steady()
                .first(Quality.BAD)
                .or(() -> drill.guards().first(Quality.BAD))
                .or(() -> drill.steady().first(Quality.UNKNOWN))
                .or(() -> drill.guards().first(Quality.UNKNOWN));
        String why = bad.map(r -> "probe '" + r.probe() + "': " + r.detail())
                .orElse("it broke again and again before it had held for "
                        + Words.of(drill.briefing().steadyState().sustained()));
        return List.of("steady state does not hold: " + why + "; bring the service back before a drill");
    }

    private static List<DrillEvent> held(Drill drill) {
        Optional<FaultState> next = written(drill);
        Optional<Reading> bad = drill.steady().first(Quality.BAD);
        if (bad.isPresent()) {
            return end(
                    EndCause.STEADY_STATE_LOST,
                    "probe '" + bad.get().probe() + "': " + bad.get().detail());
        }
        boolean steady = drill.steady().steadySince().isPresent();
        return next.isPresent() && steady
                ? List.of(new DrillEvent.InjectionBegun(next.get().step().name()))
                : List.of();
    }

    private static Optional<FaultState> written(Drill drill) {
        return drill.faults().values().stream()
                .filter(f -> f.progress() == Progress.WRITTEN)
                .findFirst();
    }

    private static List<DrillEvent> running(Drill drill, Duration now) {
        Optional<FaultState> next = written(drill);
        if (next.isPresent()) {
            return List.of(new DrillEvent.InjectionBegun(next.get().step().name()));
        }
        return guardrail(drill, now)
                .or(() -> blind(drill, now))
                .or(() -> impact(drill))
                .or(() -> Recovering.decide(drill, now))
                .or(() -> faultEnded(drill, now))
                .or(() -> timeUp(drill, now))
                .orElse(List.of());
    }

    private static Optional<List<DrillEvent>> guardrail(Drill drill, Duration now) {
        for (AbortUnless guard : drill.briefing().guardrails().abortUnless()) {
            Reading latest = drill.guards().latest().get(guard.probe().name());
            if (latest != null
                    && latest.quality() == Quality.BAD
                    && latest.at().plus(guard.lasts()).compareTo(now) <= 0) {
                return Optional.of(end(
                        EndCause.GUARDRAIL,
                        "probe '" + latest.probe() + "' has been bad for " + Words.of(guard.lasts()) + ": "
                                + latest.detail()));
            }
        }
        return Optional.empty();
    }

    private static Optional<List<DrillEvent>> blind(Drill drill, Duration now) {
        Duration limit = drill.briefing().guardrails().unknownFor();
        return drill.steady()
                .first(Quality.UNKNOWN)
                .or(() -> drill.guards().first(Quality.UNKNOWN))
                .filter(r -> r.at().plus(limit).compareTo(now) <= 0)
                .map(r -> end(
                        EndCause.BLIND,
                        "probe '" + r.probe() + "' has not been able to see for " + Words.of(limit) + ": "
                                + r.detail()));
    }

    private static Optional<List<DrillEvent>> impact(Drill drill) {
        return drill.marks().impact() != null
                ? Optional.empty()
                : drill.steady()
                        .first(Quality.BAD)
                        .map(r -> List.of(new DrillEvent.ImpactSeen(r.probe(), r.at(), r.error())));
    }

    /** A fault's own time is up; if the service is steady since before, wait until that is decided. */
    private static Optional<List<DrillEvent>> faultEnded(Drill drill, Duration now) {
        for (FaultState fault : drill.faults().values()) {
            Duration end = Recovering.ownEnd(fault);
            if (end != null && !fault.ended() && end.compareTo(now) <= 0 && !Recovering.pending(drill, end)) {
                return Optional.of(
                        List.of(new DrillEvent.FaultEnded(fault.step().name())));
            }
        }
        boolean all = drill.faults().values().stream().allMatch(f -> f.ended() && !f.open());
        return all ? Optional.of(over(drill, EndCause.FAULTS_ENDED, "without a recovery before")) : Optional.empty();
    }

    private static Optional<List<DrillEvent>> timeUp(Drill drill, Duration now) {
        Mark zero = drill.marks().injected();
        if (zero == null) {
            return Optional.empty();
        }
        Duration last = Recovering.allInSince(drill);
        Duration patience = drill.briefing().guardrails().impactWithin();
        if (drill.briefing().expectImpact()
                && drill.marks().impact() == null
                && last != null
                && last.plus(patience).compareTo(now) <= 0) {
            return Optional.of(end(
                    EndCause.NO_IMPACT,
                    "steady state held for " + Words.of(patience)
                            + " after the injection; does the fault reach what the probes see?"));
        }
        Duration deadline = zero.at().plus(drill.briefing().guardrails().deadline());
        return deadline.compareTo(now) <= 0 && !Recovering.pending(drill, deadline)
                ? Optional.of(over(
                        drill,
                        EndCause.DEADLINE,
                        "after " + Words.of(drill.briefing().guardrails().deadline())))
                : Optional.empty();
    }

    private static List<DrillEvent> over(Drill drill, EndCause cause, String detail) {
        return !drill.briefing().expectImpact() && drill.marks().impact() == null
                ? end(EndCause.NO_IMPACT_EXPECTED, "")
                : end(cause, detail);
    }

    private static List<DrillEvent> end(EndCause cause, String detail) {
        return List.of(new EndDecided(cause, detail));
    }
}
