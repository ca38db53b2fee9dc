package dev.understudy.samples;

import dev.understudy.cluster.Workload;
import dev.understudy.cluster.WorkloadKind;
import dev.understudy.drill.Briefing;
import dev.understudy.probe.Probe;
import dev.understudy.probe.ProbeCheck;
import dev.understudy.probe.ProbeWay;
import dev.understudy.probe.Share;
import dev.understudy.scenario.Guardrails;
import dev.understudy.scenario.Participants;
import dev.understudy.scenario.Participants.Enforcement;
import dev.understudy.scenario.Participants.Exclusion;
import dev.understudy.scenario.Participants.HeroRole;
import dev.understudy.scenario.Scenario;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What a sample drill knows from its beginning. */
final class Setting {
    static final String ANSWERS = "it answers";
    static final String READY = "it is ready";

    private static final Duration SECOND = Duration.ofSeconds(1);

    private Setting() {}

    static Briefing of(Play play, String drill, HeroRole hero, long seed) {
        return new Briefing(
                drill,
                subject(play),
                new Briefing.Stage(
                        "sample-staging",
                        "5ample-c1u5ter",
                        "shop",
                        "Deployment " + play.target,
                        false,
                        true,
                        ProbeWay.API_SERVER),
                participants(play, hero),
                new LinkedHashSet<>(play.others()),
                new Scenario.AlertMatch(Map.of("alertname", play.alert)),
                true,
                new Scenario.SteadyState(Duration.ofMinutes(1), probes(play)),
                List.of(new Briefing.Step(play.fault, Duration.ZERO, null, play.fault)),
                new Scenario.Objectives(Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(20)),
                new Guardrails(
                        Duration.ofMinutes(40),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(1),
                        new Guardrails.BlastRadius(4, 100),
                        List.of()),
                List.of(
                        new Scenario.Hint(1, "Which dashboard shows it?"),
                        new Scenario.Hint(2, "Look at what changed last."),
                        new Scenario.Hint(3, "Put back the value that was there.")),
                seed);
    }

    private static Briefing.Subject subject(Play play) {
        return new Briefing.Subject(
                play.scenario,
                play.title + " (invented sample)",
                "Can the team bring " + play.service + " back without " + play.expert + "? An invented sample.",
                play.service,
                play.incidentClass,
                play.runbook(),
                "An alert fires within 2m, somebody takes it within 5m, and " + play.service + " is back within 20m.",
                List.of(
                        "What did you look at first, and why did that make sense?",
                        "Which question would you have asked " + play.expert + "?"));
    }

    private static Participants participants(Play play, HeroRole hero) {
        return new Participants(
                play.service,
                List.of(new Exclusion(
                        play.expert, "knows it by heart", play.others().getFirst(), null)),
                Enforcement.OBSERVE,
                hero,
                true);
    }

    private static List<Probe> probes(Play play) {
        return List.of(
                new Probe(
                        ANSWERS, SECOND, new ProbeCheck.Http("http://" + play.service + ".shop/healthz", 200, SECOND)),
                new Probe(
                        READY,
                        SECOND,
                        new ProbeCheck.Ready(
                                new Workload(WorkloadKind.DEPLOYMENT, play.target), new Share(100, true))));
    }
}
