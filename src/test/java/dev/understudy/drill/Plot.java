package dev.understudy.drill;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.probe.Probe;
import dev.understudy.probe.ProbeCheck;
import dev.understudy.probe.Quality;
import dev.understudy.scenario.Guardrails;
import dev.understudy.scenario.Participants;
import dev.understudy.scenario.Participants.HeroRole;
import dev.understudy.scenario.Repeat;
import dev.understudy.scenario.Scenario;
import dev.understudy.scenario.WaitFor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a test's drill is about. Without more words: checkout loses its cache, ana is out, bo and cy are to bring it back. */
final class Plot {
    private final List<Briefing.Step> faults = new ArrayList<>();
    private final List<Probe> probes = new ArrayList<>(List.of(probe("http")));
    private final List<Guardrails.AbortUnless> guards = new ArrayList<>();
    private HeroRole hero = HeroRole.ABSENT;
    private boolean expectImpact = true;
    private boolean audited = true;
    private boolean anyAlert;
    private Duration sustained = s("5s");
    private Duration deadline = s("20m");
    private Duration impactWithin = s("2m");
    private Scenario.Objectives objectives = new Scenario.Objectives(s("2m"), s("5m"), s("15m"));
    private int changes = 1;

    static Plot plot() {
        return new Plot();
    }

    /** {@code 1m30s} as a duration. */
    static Duration s(String text) {
        return text.startsWith("-") ? Duration.parse("PT" + text.substring(1)).negated() : Duration.parse("PT" + text);
    }

    Plot fault(String name, String at) {
        faults.add(new Briefing.Step(name, s(at), null, "scale"));
        return this;
    }

    Plot fault(String name, String at, String lasts) {
        faults.add(new Briefing.Step(name, s(at), s(lasts), "scale"));
        return this;
    }

    /** A fault that is put in again at a pace; {@code times} is null until it ends. */
    Plot repeated(String name, String at, String every, @Nullable Integer times) {
        faults.add(new Briefing.Step(name, s(at), null, new Repeat(s(every), times, false), null, "podKill"));
        return this;
    }

    /** A fault that also hits pods which appear later. */
    Plot sticky(String name, String at) {
        faults.add(new Briefing.Step(name, s(at), null, Repeat.STICKY, null, "podKill"));
        return this;
    }

    Plot waiting(String name, String at, String probe, Quality quality) {
        faults.add(new Briefing.Step(name, s(at), null, null, new WaitFor(probe, quality), "scale"));
        return this;
    }

    Plot changesPerFault(int number) {
        changes = number;
        return this;
    }

    Plot alsoSteady(String probe) {
        probes.add(probe(probe));
        return this;
    }

    Plot guard(String probe, String lasts) {
        guards.add(new Guardrails.AbortUnless(probe(probe), s(lasts)));
        return this;
    }

    Plot hero(HeroRole role) {
        hero = role;
        return this;
    }

    Plot expectsNoImpact() {
        expectImpact = false;
        return this;
    }

    Plot unaudited() {
        audited = false;
        return this;
    }

    Plot noAlertCounts() {
        anyAlert = true;
        return this;
    }

    Plot sustained(String time) {
        sustained = s(time);
        return this;
    }

    Plot deadline(String time) {
        deadline = s(time);
        return this;
    }

    Plot impactWithin(String time) {
        impactWithin = s(time);
        return this;
    }

    Plot objectives(String detect, String acknowledge, String recover) {
        objectives = new Scenario.Objectives(s(detect), s(acknowledge), s(recover));
        return this;
    }

    Briefing briefing() {
        return new Briefing(
                "checkout-cache-loss-1",
                new Briefing.Subject("checkout-cache-loss", "t", "p", "checkout", "cache-loss", null, "h", List.of()),
                new Briefing.Stage("simulated", "uid", "shop", "Deployment shop/checkout-cache", true, audited, null),
                new Participants(
                        "payments",
                        List.of(new Participants.Exclusion("ana", "wrote the cache layer", "bo", null)),
                        Participants.Enforcement.OBSERVE,
                        hero,
                        true),
                Set.of("bo", "cy"),
                detection(),
                expectImpact,
                new Scenario.SteadyState(sustained, probes),
                steps(),
                objectives,
                new Guardrails(deadline, impactWithin, s("1m"), new Guardrails.BlastRadius(3, 100), guards),
                List.of(
                        new Scenario.Hint(1, "look at the cache hits"),
                        new Scenario.Hint(2, "the cache is small"),
                        new Scenario.Hint(3, "scale the cache up")),
                7);
    }

    List<Briefing.Step> steps() {
        return faults.isEmpty()
                ? List.of(new Briefing.Step("lose", Duration.ZERO, null, "scale"))
                : List.copyOf(faults);
    }

    /** As many edits for each fault as asked for. */
    List<Change> changesOf(Briefing.Step step) {
        List<Change> all = new ArrayList<>();
        for (int i = 0; i < changes; i++) {
            all.add(new Change.Edit(
                    new ObjectRef(ResourceType.DEPLOYMENT, "shop", step.name() + i),
                    "uid-" + step.name() + i,
                    List.of(new FieldEdit(
                            FieldPath.of("spec.replicas"), new FieldValue.Json(3), new FieldValue.Json(0)))));
        }
        return all;
    }

    private Scenario.@Nullable AlertMatch detection() {
        return anyAlert ? null : new Scenario.AlertMatch(Map.of("alertname", "CheckoutDown"));
    }

    private static Probe probe(String name) {
        return new Probe(name, s("1s"), new ProbeCheck.Http("http://checkout.shop/healthz", 200, s("1s")));
    }
}
