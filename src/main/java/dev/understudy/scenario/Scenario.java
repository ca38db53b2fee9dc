package dev.understudy.scenario;

import dev.understudy.fault.Target;
import dev.understudy.probe.Probe;
import dev.understudy.scenario.Guardrails.AbortUnless;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as its file says, parameters filled in, defaults applied.
 *
 * @param name unique name, a DNS label
 * @param labels free labels
 * @param title as people say it; the name when the file gives none
 * @param purpose the question that the drill answers
 * @param service name in the roster
 * @param incidentClass name in the roster
 * @param runbook where responders would look; null when there is none
 * @param hypothesis what is expected to happen
 * @param expectImpact whether steady state must break; true when not given
 * @param hints a ladder, by rising level
 * @param debrief questions for afterwards
 * @param rehearsal what scripted responders do
 */
public record Scenario(
        String name,
        Map<String, String> labels,
        String title,
        String purpose,
        String service,
        String incidentClass,
        @Nullable String runbook,
        String hypothesis,
        List<Parameter> parameters,
        Target target,
        Participants responders,
        @Nullable AlertMatch detection,
        boolean expectImpact,
        SteadyState steadyState,
        List<FaultStep> faults,
        Objectives objectives,
        Guardrails guardrails,
        List<Hint> hints,
        List<String> debrief,
        List<RehearsalStep> rehearsal) {
    public Scenario {
        labels = Map.copyOf(labels);
        parameters = List.copyOf(parameters);
        faults = List.copyOf(faults);
        hints = List.copyOf(hints);
        debrief = List.copyOf(debrief);
        rehearsal = List.copyOf(rehearsal);
    }

    /** Returns every probe: those of steady state and those that must stay good. */
    public List<Probe> probes() {
        return Stream.concat(
                        steadyState.probes().stream(),
                        guardrails.abortUnless().stream().map(AbortUnless::probe))
                .toList();
    }

    /**
     * A value that may be given at the start with {@code --param}.
     *
     * @param defaultValue in YAML {@code default}; null when the value must be given
     */
    public record Parameter(String name, @Nullable String defaultValue, String description) {}

    /**
     * What well means.
     *
     * @param sustained how long all probes must be good without a break
     */
    public record SteadyState(Duration sustained, List<Probe> probes) {
        public SteadyState {
            probes = List.copyOf(probes);
        }
    }

    /**
     * Alerts that count as detection.
     *
     * @param matchLabels labels that the alert must carry
     */
    public record AlertMatch(Map<String, String> matchLabels) {
        public AlertMatch {
            matchLabels = Map.copyOf(matchLabels);
        }
    }

    /**
     * A question or pointer that a facilitator may give.
     *
     * @param level 1 to 4; from 3 up the team was told what to do
     */
    public record Hint(int level, String text) {}

    /**
     * How fast is fast enough.
     *
     * @param detect from impact
     * @param acknowledge from detection
     * @param recover from impact
     */
    public record Objectives(Duration detect, Duration acknowledge, Duration recover) {}
}
