package dev.understudy.independence;

import dev.understudy.debrief.Debrief;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Evidence;
import dev.understudy.drill.Outcome;
import dev.understudy.scenario.Participants.HeroRole;
import dev.understudy.scenario.Scenario.Objectives;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one closed drill says about people: all that judging and planning need of it.
 *
 * @param opened wall time
 * @param target the workload, in words
 * @param excluded names of responders
 * @param hero what the excluded were allowed
 * @param outcome after its debrief, where there was one
 * @param evidence whether it counts, and why or why not
 * @param lead who led; null when nobody acknowledged and nobody was named
 * @param acted eligible people and assistants who changed something between injection and recovery, in order of
 *     appearance
 * @param rescuers excluded responders who advised or acted against the drill's terms before recovery
 * @param detect from impact to detection; null without impact
 * @param acknowledge from detection to acknowledgement; null when nothing was detected
 * @param recover from impact to recovery; null without impact
 * @param horizon the recover objective's clock could run at most this long: the scenario's deadline
 * @param timedOut whether it ran until that deadline came; otherwise something stopped it before, if only a recovery
 * @param objectives within which each clock should stop
 * @param firstAction from acknowledgement to the first change by a person or assistant before recovery; zero when that
 *     came first, null when one is missing
 * @param signs what went on beside the clocks
 * @param runbook of the scenario; null when it names none
 * @param debrief null when there was none
 * @param before what it said before its latest debrief; null when there was none
 */
public record DrillResult(
        String drill,
        String scenario,
        String title,
        String service,
        String incidentClass,
        String cluster,
        String target,
        Instant opened,
        Set<String> excluded,
        HeroRole hero,
        Outcome outcome,
        Evidence evidence,
        @Nullable String lead,
        List<String> acted,
        List<String> rescuers,
        @Nullable Timed detect,
        @Nullable Timed acknowledge,
        @Nullable Timed recover,
        Duration horizon,
        boolean timedOut,
        Objectives objectives,
        @Nullable Duration firstAction,
        Signs signs,
        @Nullable String runbook,
        @Nullable Debrief debrief,
        @Nullable Before before) {
    public DrillResult {
        excluded = Set.copyOf(excluded);
        acted = List.copyOf(acted);
        rescuers = List.copyOf(rescuers);
    }

    /**
     * Conditions of the system that a drill brought to light.
     *
     * @param alerted whether an alert fired for the fault
     * @param reported whether a person noticed before any alert did: reported it, or took it without one
     * @param detectedLate whether the objective of detection was missed
     * @param acknowledgedLate whether that of acknowledgement was
     * @param recoveredLate whether that of recovery was
     * @param byHand whether it came back after a person's or assistant's change in the cluster
     * @param hints levels of the hints that were given
     * @param diverged what an undo found changed by somebody else, in words
     * @param reassigned how many more people took it after the first
     */
    public record Signs(
            boolean alerted,
            boolean reported,
            boolean detectedLate,
            boolean acknowledgedLate,
            boolean recoveredLate,
            boolean byHand,
            List<Integer> hints,
            List<String> diverged,
            int reassigned) {
        public Signs {
            hints = List.copyOf(hints);
            diverged = List.copyOf(diverged);
        }
    }

    /**
     * What a drill said until a debrief was held.
     *
     * @param until when that was
     */
    public record Before(Instant until, DrillResult said) {}

    /** Tells what a drill says; empty when it is not closed: then it says nothing yet. */
    public static Optional<DrillResult> of(List<Entry> entries) {
        return of(entries, false);
    }

    /**
     * Tells what a drill says.
     *
     * @param rehearsals whether a rehearsal is judged as if it had been real: only for pages that say so
     * @throws dev.understudy.drill.IllegalEvent when the entries cannot follow each other
     */
    public static Optional<DrillResult> of(List<Entry> entries, boolean rehearsals) {
        return Drill.of(entries)
                .filter(drill -> drill.closed() != null)
                .map(drill -> ResultReading.of(
                        drill,
                        entries,
                        rehearsals ? Evidence.apartFromRehearsal(drill) : Evidence.of(drill),
                        before(entries, rehearsals).orElse(null)));
    }

    private static Optional<Before> before(List<Entry> entries, boolean rehearsals) {
        return entries.reversed().stream()
                .filter(entry -> entry.event() instanceof DrillEvent.Debriefed)
                .findFirst()
                .flatMap(debrief -> of(entries.subList(0, entries.indexOf(debrief)), rehearsals)
                        .map(said -> new Before(debrief.stamp().at(), said)));
    }

    /** Returns what it said at a moment: a debrief that was held later says nothing about what was known then. */
    public DrillResult asOf(Instant moment) {
        return before == null || !before.until().isAfter(moment)
                ? this
                : before.said().asOf(moment);
    }

    /** Tells whether it may count as evidence without its excluded. */
    public boolean counts() {
        return evidence.worth() == Evidence.Worth.DRILL;
    }
}
