package dev.understudy.report;

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
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The checkout scenario as a drill knows it, and what tests vary of it. */
public record Briefings(
        Briefing.Subject subject, Briefing.Stage stage, HeroRole hero, String excluded, boolean expectImpact) {
    /** A probe that must stay good. */
    public static final String GUARD = "payments still work";

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** On the simulated cluster. */
    public static Briefings checkout() {
        return new Briefings(
                new Briefing.Subject(
                        "checkout-cache-loss",
                        "Checkout loses its cache",
                        "Can payments bring checkout back without Ana?",
                        "checkout",
                        "cache-loss",
                        "https://runbooks.example.com/checkout/cache-loss",
                        "An alert fires within 2m, on-call acknowledges within 5m, checkout serves within 15m, with no"
                                + " help from Ana.",
                        List.of(
                                "What did you look at first, and why did that make sense?",
                                "Which question would you have asked Ana?")),
                new Briefing.Stage("simulated", "c0ffee", "shop", "Deployment checkout-cache", true, true, null),
                HeroRole.ABSENT,
                "ana",
                true);
    }

    /** On a real cluster, with audit events. */
    public static Briefings real() {
        return checkout().on(true);
    }

    public Briefings on(boolean audited) {
        return new Briefings(
                subject,
                new Briefing.Stage(
                        "staging", "beef", "shop", "Deployment checkout-cache", false, audited, ProbeWay.API_SERVER),
                hero,
                excluded,
                expectImpact);
    }

    public Briefings hero(HeroRole role) {
        return new Briefings(subject, stage, role, excluded, expectImpact);
    }

    public Briefings about(Briefing.Subject other) {
        return new Briefings(other, stage, hero, excluded, expectImpact);
    }

    public Briefings without(String responder) {
        return new Briefings(subject, stage, hero, responder, expectImpact);
    }

    public Briefings expectingNothing() {
        return new Briefings(subject, stage, hero, excluded, false);
    }

    static Briefing renamed(Briefing of, String drill) {
        return new Briefing(
                drill,
                of.subject(),
                of.stage(),
                of.participants(),
                of.eligible(),
                of.detection(),
                of.expectImpact(),
                of.steadyState(),
                of.faults(),
                of.objectives(),
                of.guardrails(),
                of.hints(),
                of.seed());
    }

    public Briefing briefing() {
        Probe answers =
                new Probe(DrillStory.ANSWERS, SECOND, new ProbeCheck.Http("http://checkout.shop/healthz", 200, SECOND));
        Probe ready = new Probe(
                DrillStory.READY,
                SECOND,
                new ProbeCheck.Ready(new Workload(WorkloadKind.DEPLOYMENT, "checkout-cache"), new Share(100, true)));
        Probe guard = new Probe(GUARD, SECOND, new ProbeCheck.Http("http://payments.shop/healthz", 200, SECOND));
        return new Briefing(
                "checkout-cache-loss-20261121T101500Z-7f3a",
                subject,
                stage,
                new Participants(
                        "payments",
                        List.of(new Exclusion(excluded, "wrote the cache layer", "bo", "+351 555 0100")),
                        Enforcement.OBSERVE,
                        hero,
                        true),
                Set.of("bo"),
                new Scenario.AlertMatch(Map.of("alertname", "CheckoutDown")),
                expectImpact,
                new Scenario.SteadyState(Duration.ofSeconds(5), List.of(answers, ready)),
                List.of(new Briefing.Step(DrillStory.FAULT, Duration.ZERO, null, "scale")),
                new Scenario.Objectives(Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(15)),
                new Guardrails(
                        Duration.ofMinutes(20),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(1),
                        new Guardrails.BlastRadius(3, 100),
                        List.of(new Guardrails.AbortUnless(guard, Duration.ofSeconds(30)))),
                List.of(new Scenario.Hint(1, "Which dashboard shows cache hits?")),
                42);
    }
}
