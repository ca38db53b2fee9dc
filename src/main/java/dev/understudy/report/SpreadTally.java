package dev.understudy.report;

import dev.understudy.drill.Briefing;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.probe.Probe;
import dev.understudy.probe.ProbeCheck;
import dev.understudy.probe.Quality;
import dev.understudy.probe.Reading;
import dev.understudy.report.Spread.Reached;
import dev.understudy.scenario.Guardrails;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds up, event by event, for how long each thing beside the target was down. */
final class SpreadTally {
    /** One thing: what it is, how long it was down before, and since when it is again; null while it is not. */
    private record Line(
            Reached first, Duration before, @Nullable Duration since) {
        Reached reached() {
            return since == null ? first.lasting(before) : first;
        }
    }

    private final Set<String> guards;
    private final Zero zero;
    private final boolean injected;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    SpreadTally(Drill drill, Zero zero) {
        this.zero = zero;
        injected = drill.marks().injected() != null;
        guards = drill.briefing().guardrails().abortUnless().stream()
                .map(Guardrails.AbortUnless::probe)
                .filter(probe -> !watchesTarget(probe, drill.briefing()))
                .map(Probe::name)
                .collect(Collectors.toSet());
    }

    /** What the fault does to its own target is no spread. */
    private static boolean watchesTarget(Probe probe, Briefing briefing) {
        return probe.check() instanceof ProbeCheck.Ready ready
                && ready.workload()
                        .in(briefing.stage().namespace())
                        .toString()
                        .equals(briefing.stage().target());
    }

    void take(DrillEvent event) {
        switch (event) {
            case DrillEvent.SpreadSeen(var workload, Duration at, Duration _, String detail) ->
                down(new Reached(workload.toString(), workload.name(), zero.since(at), null, detail));
            case DrillEvent.SpreadEnded(var workload, Duration at, Duration _) ->
                up(workload.toString(), zero.since(at));
            case DrillEvent.ProbeTurned(Reading reading)
            when guards.contains(reading.probe()) -> turned("probe '" + reading.probe() + "'", reading);
            default -> {}
        }
    }

    List<Reached> reached() {
        return lines.values().stream()
                .map(Line::reached)
                .sorted(Comparator.comparing(Reached::at))
                .toList();
    }

    /** While a probe cannot see, what it saw last is still the best that is known. */
    private void turned(String name, Reading reading) {
        Duration at = zero.since(reading.at());
        if (reading.quality() == Quality.GOOD) {
            up(name, at);
        } else if (reading.quality() == Quality.BAD && injected && !at.isNegative()) {
            down(new Reached(name, name, at, null, reading.detail()));
        }
    }

    private void down(Reached now) {
        Line line = lines.get(now.what());
        if (line == null) {
            lines.put(now.what(), new Line(now, Duration.ZERO, now.at()));
        } else if (line.since() == null) {
            lines.put(now.what(), new Line(line.first(), line.before(), now.at()));
        }
    }

    private void up(String what, Duration at) {
        Line line = lines.get(what);
        if (line != null && line.since() != null) {
            lines.put(what, new Line(line.first(), line.before().plus(at.minus(line.since())), null));
        }
    }
}
