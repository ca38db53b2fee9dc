package dev.understudy.report;

import dev.understudy.drill.Briefing;
import dev.understudy.drill.Drill;
import dev.understudy.drill.Grade;
import dev.understudy.probe.Probe;
import dev.understudy.probe.ProbeCheck;
import dev.understudy.report.Clocks.Clock;
import dev.understudy.scenario.Guardrails;
import dev.understudy.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a drill was measured, and how far it can be trusted, in sentences. */
final class Measuring {
    private Measuring() {}

    static List<String> of(Drill drill, Clocks clocks, List<Objective> objectives) {
        List<String> all = new ArrayList<>();
        clocks.byName().forEach((name, clock) -> clock.ifPresent(c -> all.addAll(sentence(name, c))));
        objectives.stream()
                .filter(Objective::close)
                .map(o -> "The objective to " + o.name()
                        + " is too close to call: its limit lies within the measuring error.")
                .forEach(all::add);
        all.add(
                drill.briefing().stage().audited()
                        ? "Who changed what comes from audit events that cover the whole drill."
                        : "No audit events were followed: who changed what is known only as far as it is said here.");
        probes(drill.briefing()).ifPresent(all::add);
        all.add("Pages are not sent by Understudy yet, so no clock stops at one.");
        return List.copyOf(all);
    }

    /** Only where a probe asks a service at all. */
    private static Optional<String> probes(Briefing briefing) {
        boolean asked = Stream.concat(
                        briefing.steadyState().probes().stream(),
                        briefing.guardrails().abortUnless().stream().map(Guardrails.AbortUnless::probe))
                .map(Probe::check)
                .anyMatch(check -> check instanceof ProbeCheck.Http || check instanceof ProbeCheck.Tcp);
        return asked
                ? Optional.ofNullable(briefing.stage().probes())
                        .map(way -> "Probes asked services " + way.words() + ".")
                : Optional.empty();
    }

    private static List<String> sentence(String name, Clock clock) {
        if (clock.error() != null) {
            return List.of("The clock '" + name + "' may be late by up to " + Words.of(clock.error())
                    + ", by the probe, watch or request that decided it.");
        }
        Grade grade = clock.grade();
        return grade == null
                ? List.of()
                : List.of("The clock '" + name + "' stopped by what somebody told: evidence of grade " + grade + ", "
                        + words(grade) + ".");
    }

    /** Returns what a grade means. */
    private static String words(Grade grade) {
        return switch (grade) {
            case A -> "signed and personal";
            case B -> "personal, but unsigned or polled";
            case C -> "free text or self-reported; a facilitator should confirm it";
            case D -> "inferred; a facilitator should confirm it";
        };
    }
}
