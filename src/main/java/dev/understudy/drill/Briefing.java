package dev.understudy.drill;

import dev.understudy.probe.Probe;
import dev.understudy.probe.ProbeWay;
import dev.understudy.scenario.Guardrails;
import dev.understudy.scenario.Participants;
import dev.understudy.scenario.Repeat;
import dev.understudy.scenario.Scenario.AlertMatch;
import dev.understudy.scenario.Scenario.Hint;
import dev.understudy.scenario.Scenario.Objectives;
import dev.understudy.scenario.Scenario.SteadyState;
import dev.understudy.scenario.WaitFor;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that a drill must know from its beginning to its report, so that the journal alone tells the whole story.
 *
 * @param drill id of the drill, also its label in the cluster; at most 63 characters
 * @param stage where it happens
 * @param participants who is excluded and how
 * @param eligible names of responders who may acknowledge and repair
 * @param detection which alerts count; null when none does
 * @param seed for every random choice
 */
public record Briefing(
        String drill,
        Subject subject,
        Stage stage,
        Participants participants,
        Set<String> eligible,
        @Nullable AlertMatch detection,
        boolean expectImpact,
        SteadyState steadyState,
        List<Step> faults,
        Objectives objectives,
        Guardrails guardrails,
        List<Hint> hints,
        long seed) {
    public Briefing {
        eligible = Collections.unmodifiableSet(new LinkedHashSet<>(eligible));
        faults = List.copyOf(faults);
        hints = List.copyOf(hints);
    }

    /**
     * What it is about, in the scenario's words.
     *
     * @param runbook null when there is none
     */
    public record Subject(
            String scenario,
            String title,
            String purpose,
            String service,
            String incidentClass,
            @Nullable String runbook,
            String hypothesis,
            List<String> debrief) {
        public Subject {
            debrief = List.copyOf(debrief);
        }
    }

    /**
     * Where it happens.
     *
     * @param cluster name for people: {@code simulated} or the context
     * @param clusterUid uid of kube-system
     * @param target the workload, in words
     * @param rehearsal whether the cluster is simulated or the responders are scripted: then it is no evidence
     * @param audited whether a source that sees every request in the cluster is followed
     * @param probes how probes get to services; null in journals of older versions
     */
    public record Stage(
            String cluster,
            String clusterUid,
            String namespace,
            String target,
            boolean rehearsal,
            boolean audited,
            @Nullable ProbeWay probes) {}

    /**
     * One fault as briefed.
     *
     * @param at from the first injection
     * @param lasts null to leave it until recovery or the deadline
     * @param repeat null when it goes in once
     * @param waitFor what it waits for besides its time; null when for nothing
     * @param type kind of fault
     */
    public record Step(
            String name,
            Duration at,
            @Nullable Duration lasts,
            @Nullable Repeat repeat,
            @Nullable WaitFor waitFor,
            String type) {
        /** A fault that goes in once, at its time. */
        public Step(String name, Duration at, @Nullable Duration lasts, String type) {
            this(name, at, lasts, null, null, type);
        }
    }

    /** Returns the names of the excluded. */
    public Set<String> excluded() {
        return participants.exclude().stream()
                .map(Participants.Exclusion::responder)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the names of the probes that make up steady state. */
    public Set<String> steadyProbes() {
        return steadyState.probes().stream().map(Probe::name).collect(Collectors.toSet());
    }

    /** Returns the names of the probes that must stay good. */
    public Set<String> guardProbes() {
        return guardrails.abortUnless().stream().map(g -> g.probe().name()).collect(Collectors.toSet());
    }

    /** Returns the field manager of the drill's writes. */
    public String manager() {
        return "understudy-" + drill;
    }
}
