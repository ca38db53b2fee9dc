package dev.understudy.scenario;

import dev.understudy.cluster.WorkloadKind;
import dev.understudy.roster.Roster;
import dev.understudy.scenario.RehearsalStep.Act;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** That every line of the rehearsal can be played: by somebody, to somebody, with the words that fit who they are. */
final class RehearsalChecks {
    private final Scenario scenario;
    private final Optional<Roster> roster;
    private final Findings findings;
    private final Set<String> excluded;

    RehearsalChecks(Scenario scenario, Optional<Roster> roster, Findings findings) {
        this.scenario = scenario;
        this.roster = roster;
        this.findings = findings;
        this.excluded = scenario.responders().exclude().stream()
                .map(Participants.Exclusion::responder)
                .collect(Collectors.toSet());
    }

    void check() {
        List<RehearsalStep> steps = scenario.rehearsal();
        for (int i = 0; i < steps.size(); i++) {
            step("/spec/rehearsal/" + i, steps.get(i));
        }
    }

    private void step(String part, RehearsalStep step) {
        switch (step.act()) {
            case Act.Alert alert -> nobody(part, step, "an alert");
            case Act.GivesHint(int level) -> {
                nobody(part, step, "a hint");
                hint(part, level);
            }
            case Act.Looks looks -> onlyExcluded(part, step, "looks");
            case Act.Advises advises -> onlyExcluded(part, step, "advises");
            case Act.Calls(String whom, String reason) -> {
                somebody(part, step, "calls");
                mustBeExcluded(part + "/calls/responder", whom, "calling is for somebody who is excluded");
            }
            case Act.Acknowledges acknowledges -> somebody(part, step, "acknowledges");
            case Act.Runs(Deed deed) -> {
                somebody(part, step, "runs");
                if (deed instanceof Deed.Scale scale) {
                    scalable(
                            part + "/runs/scale/workload/kind", scale.workload().kind());
                }
            }
            case Act.BreaksGlass glass -> somebody(part, step, "breaksGlass");
            case Act.Aborts aborts -> {}
        }
    }

    private void scalable(String part, WorkloadKind kind) {
        if (kind == WorkloadKind.DAEMON_SET) {
            findings.add(part, "a DaemonSet cannot be scaled", "it runs one pod on each node");
        }
    }

    private void hint(String part, int level) {
        if (scenario.hints().stream().noneMatch(h -> h.level() == level)) {
            findings.add(part + "/hint", "there is no hint of level " + level, "see spec.hints", "/spec/hints");
        }
    }

    private void onlyExcluded(String part, RehearsalStep step, String word) {
        somebody(part, step, word);
        if (step.responder() != null) {
            mustBeExcluded(part + "/responder", step.responder(), "'" + word + "' is a word for the excluded");
        }
    }

    private void mustBeExcluded(String part, String responder, String why) {
        // a name that is not in the roster is reported as that
        boolean known = roster.isEmpty() || roster.get().responder(responder).isPresent();
        if (known && !excluded.contains(responder)) {
            findings.add(
                    part,
                    "'" + responder + "' is not excluded from this drill",
                    why + "; see spec.responders.exclude",
                    "/spec/responders/exclude");
        }
    }

    private void somebody(String part, RehearsalStep step, String word) {
        if (step.responder() == null) {
            findings.add(part, "'" + word + "' needs a 'responder' who does it", null);
        }
    }

    private void nobody(String part, RehearsalStep step, String what) {
        if (step.responder() != null) {
            findings.add(part + "/responder", "no responder does " + what, "remove 'responder' here");
        }
    }
}
