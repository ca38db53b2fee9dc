package dev.understudy.scenario;

import dev.understudy.scenario.Participants.Enforcement;
import java.util.List;
import java.util.Locale;

/** What a scenario says about itself: target, detection, enforcement, lists that must hold something or rise. */
final class SpecChecks {
    private final Scenario scenario;
    private final Findings findings;

    SpecChecks(Scenario scenario, Findings findings) {
        this.scenario = scenario;
        this.findings = findings;
    }

    void check() {
        target();
        enforcement();
        detection();
        hints();
        findings.twice("/spec/parameters", "parameters", "/name", scenario.parameters(), Scenario.Parameter::name);
        findings.twice(
                "/spec/responders/exclude",
                "exclusions",
                "/responder",
                scenario.responders().exclude(),
                Participants.Exclusion::responder);
    }

    private void target() {
        String namespace = scenario.target().namespace();
        if (namespace.startsWith("kube-")) {
            findings.add(
                    "/spec/target/namespace",
                    "drills never act in '" + namespace + "'",
                    "kube-* namespaces hold up the cluster itself");
        }
    }

    private void enforcement() {
        Enforcement enforcement = scenario.responders().enforcement();
        if (enforcement != Enforcement.OBSERVE) {
            findings.add(
                    "/spec/responders/enforcement",
                    "enforcement '" + enforcement.name().toLowerCase(Locale.ROOT) + "' is not built yet",
                    "use observe");
        }
    }

    private void detection() {
        Scenario.AlertMatch alert = scenario.detection();
        if (alert != null && alert.matchLabels().isEmpty()) {
            findings.add(
                    "/spec/detection/alert/matchLabels",
                    "without a label every alert would count as detection",
                    "name at least the alert: {alertname: ...}");
        }
    }

    private void hints() {
        List<Scenario.Hint> hints = scenario.hints();
        for (int i = 1; i < hints.size(); i++) {
            if (hints.get(i).level() <= hints.get(i - 1).level()) {
                findings.add(
                        "/spec/hints/" + i + "/level",
                        "hint level " + hints.get(i).level() + " comes after level "
                                + hints.get(i - 1).level(),
                        "hints are a ladder: each level once, rising",
                        "/spec/hints/" + (i - 1) + "/level");
            }
        }
    }
}
