package dev.understudy.orchestrator;

import dev.understudy.guard.Preflight;
import dev.understudy.guard.Refusal;
import dev.understudy.journal.Halts;
import dev.understudy.scenario.Scenario;
import dev.understudy.schedule.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Why no drill at all may begin now, whatever it would do: a halt, a blackout. */
final class Standstill {
    /** Half a minute more of waiting before the injection, and the longest that an undo is tried. */
    private static final Duration PATIENCE = Duration.ofSeconds(30).plus(Drills.UNDO_PATIENCE);

    private Standstill() {}

    static List<Refusal> refusals(Casting casting, Instant now, Halts halts) {
        List<Refusal> all = new ArrayList<>();
        halts.current()
                .ifPresent(halt -> all.add(
                        new Refusal("drills are halted " + halt.words(), "'understudy resume' lets them run again")));
        Window longest = new Window(now, now.plus(longest(casting.scenario())));
        all.addAll(Preflight.blackouts(casting.roster().blackouts(), longest));
        return all;
    }

    /** Steady state is waited for before the injection, and again when the deadline comes; then there is the undo. */
    private static Duration longest(Scenario scenario) {
        Duration sustained = scenario.steadyState().sustained();
        return sustained
                .multipliedBy(3)
                .plus(PATIENCE)
                .plus(scenario.guardrails().deadline());
    }
}
