package dev.understudy.scenario;

import dev.understudy.probe.Probe;
import dev.understudy.probe.ProbeCheck;
import java.time.Duration;
import java.util.List;

/** Times that must be more than zero, and times that must come before the deadline. */
final class TimeChecks {
    private static final String DEADLINE = "/spec/guardrails/deadline";

    private final Scenario scenario;
    private final Findings findings;

    TimeChecks(Scenario scenario, Findings findings) {
        this.scenario = scenario;
        this.findings = findings;
    }

    void check() {
        positive("/spec/steadyState/sustained", scenario.steadyState().sustained());
        probes("/spec/steadyState/probes", scenario.steadyState().probes());
        guardrails();
        objectives();
        faults();
        for (int i = 0; i < scenario.rehearsal().size(); i++) {
            beforeDeadline(
                    "/spec/rehearsal/" + i + "/at", scenario.rehearsal().get(i).at(), "this step never comes");
        }
    }

    private void guardrails() {
        Guardrails guardrails = scenario.guardrails();
        positive(DEADLINE, guardrails.deadline());
        positive("/spec/guardrails/impactWithin", guardrails.impactWithin());
        positive("/spec/guardrails/unknownFor", guardrails.unknownFor());
        String list = "/spec/guardrails/abortUnless";
        probes(
                list,
                guardrails.abortUnless().stream()
                        .map(Guardrails.AbortUnless::probe)
                        .toList());
        for (int i = 0; i < guardrails.abortUnless().size(); i++) {
            positive(list + "/" + i + "/for", guardrails.abortUnless().get(i).lasts());
        }
    }

    private void objectives() {
        Scenario.Objectives objectives = scenario.objectives();
        positive("/spec/objectives/detect", objectives.detect());
        positive("/spec/objectives/acknowledge", objectives.acknowledge());
        positive("/spec/objectives/recover", objectives.recover());
        Duration deadline = scenario.guardrails().deadline();
        if (objectives.recover().compareTo(deadline) > 0) {
            findings.add(
                    "/spec/objectives/recover",
                    "the recover objective lies beyond the deadline",
                    "everything is undone at guardrails.deadline",
                    DEADLINE);
        }
        if (objectives.detect().plus(objectives.acknowledge()).compareTo(deadline) > 0) {
            findings.add(
                    "/spec/objectives/acknowledge",
                    "the detect and acknowledge objectives together lie beyond the deadline",
                    "acknowledge runs from detection",
                    DEADLINE,
                    "/spec/objectives/detect");
        }
    }

    private void faults() {
        for (int i = 0; i < scenario.faults().size(); i++) {
            FaultStep fault = scenario.faults().get(i);
            Duration lasts = fault.lasts();
            if (lasts != null) {
                positive("/spec/faults/" + i + "/for", lasts);
            }
            beforeDeadline("/spec/faults/" + i + "/at", fault.at(), "this fault is never injected");
        }
    }

    private void probes(String list, List<Probe> probes) {
        for (int i = 0; i < probes.size(); i++) {
            positive(list + "/" + i + "/every", probes.get(i).every());
            switch (probes.get(i).check()) {
                case ProbeCheck.Http http -> positive(list + "/" + i + "/http/timeout", http.timeout());
                case ProbeCheck.Tcp tcp -> positive(list + "/" + i + "/tcp/timeout", tcp.timeout());
                case ProbeCheck.Prometheus ask -> positive(list + "/" + i + "/prometheus/timeout", ask.timeout());
                case ProbeCheck.Ready ready -> {}
            }
        }
    }

    private void positive(String part, Duration time) {
        if (!time.isPositive()) {
            findings.add(part, "'" + part.substring(part.lastIndexOf('/') + 1) + "' must be more than zero", null);
        }
    }

    private void beforeDeadline(String part, Duration at, String so) {
        if (at.compareTo(scenario.guardrails().deadline()) >= 0) {
            findings.add(part, "at or after the deadline: " + so, "the drill ends at guardrails.deadline", DEADLINE);
        }
    }
}
