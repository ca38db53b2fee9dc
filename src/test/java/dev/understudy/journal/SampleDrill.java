package dev.understudy.journal;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Workload;
import dev.understudy.cluster.WorkloadKind;
import dev.understudy.drill.Briefing;
import dev.understudy.drill.Briefing.Stage;
import dev.understudy.drill.Briefing.Step;
import dev.understudy.drill.Briefing.Subject;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.EndCause;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Grade;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Outcome;
import dev.understudy.drill.Stamp;
import dev.understudy.exclusion.Actor;
import dev.understudy.exclusion.BreachKind;
import dev.understudy.probe.Probe;
import dev.understudy.probe.ProbeCheck;
import dev.understudy.probe.Quality;
import dev.understudy.probe.Reading;
import dev.understudy.probe.Share;
import dev.understudy.scenario.Guardrails;
import dev.understudy.scenario.Guardrails.AbortUnless;
import dev.understudy.scenario.Guardrails.BlastRadius;
import dev.understudy.scenario.Participants;
import dev.understudy.scenario.Participants.Enforcement;
import dev.understudy.scenario.Participants.Exclusion;
import dev.understudy.scenario.Participants.HeroRole;
import dev.understudy.scenario.Scenario.AlertMatch;
import dev.understudy.scenario.Scenario.Hint;
import dev.understudy.scenario.Scenario.Objectives;
import dev.understudy.scenario.Scenario.SteadyState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A whole drill as it stands in a journal: ana is out, bo brings checkout back. */
public final class SampleDrill {
    public static final String ID = "checkout-cache-loss-20261121t101500z-7f3a";
    public static final Instant OPENED = Instant.parse("2026-11-21T10:15:00Z");

    private static final String FAULT = "lose the cache";
    private static final Origin REHEARSAL = new Origin("bo", "rehearsal", Grade.A);

    private SampleDrill() {}

    /** The drill from beginning to end. */
    public static List<Entry> entries() {
        return entries(ID, OPENED, true);
    }

    /** The same as another drill. */
    public static List<Entry> entries(String drill, Instant opened, boolean rehearsal) {
        Timeline t = new Timeline(opened);
        t.add(0, new DrillEvent.Opened(briefing(drill, rehearsal)));
        t.add(1, new DrillEvent.ExclusionArmed("ana", "wrote the cache layer"));
        t.add(2, new DrillEvent.FaultPlanned(FAULT, List.of(scaleToZero()), 3, 3));
        t.add(1010, turned("checkout answers", Quality.GOOD, 1000, "200"));
        t.add(1020, turned("cache is ready", Quality.GOOD, 1015, "3 of 3 ready"));
        t.add(6020, new DrillEvent.SteadyStateHeld());
        t.add(6050, new DrillEvent.RecordWritten(FAULT, opened.plusSeconds(1331)));
        t.add(6051, new DrillEvent.InjectionBegun(FAULT));
        t.add(6090, new DrillEvent.FaultInjected(FAULT, Duration.ofMillis(39)));
        t.add(7012, turned("checkout answers", Quality.BAD, 7000, "503 instead of 200"));
        t.add(7013, new DrillEvent.ImpactSeen("checkout answers", Duration.ofMillis(7000), Duration.ofMillis(1012)));
        t.add(7100, REHEARSAL, new DrillEvent.Detected("CheckoutDown", opened.plusMillis(7099)));
        t.add(8000, REHEARSAL, new DrillEvent.Breached("ana", BreachKind.LOOKED, "read the logs of checkout", null));
        t.add(9020, REHEARSAL, new DrillEvent.Acknowledged("bo", null));
        t.add(9500, new Origin("facilitator", "terminal", Grade.C), new DrillEvent.HintGiven(1, "Which dashboard?"));
        t.add(
                14_000,
                new Origin("bo", "audit", Grade.A),
                new DrillEvent.ChangeSeen(
                        new Actor(Actor.Kind.PERSON, "bo"),
                        "patch",
                        "Deployment shop/checkout-cache",
                        opened.plusMillis(13_990)));
        t.add(15_003, turned("checkout answers", Quality.GOOD, 15_000, "200"));
        t.add(20_004, new DrillEvent.RecoverySeen(Duration.ofMillis(15_000), Duration.ofMillis(1003)));
        t.add(20_005, new DrillEvent.EndDecided(EndCause.RECOVERED, ""));
        t.add(
                20_100,
                new DrillEvent.ChangeUndone(
                        FAULT, 0, UndoResult.RESTORED, "kubectl", "spec.replicas is 3 again, set by bo"));
        t.add(20_110, new DrillEvent.RecordRemoved());
        t.add(20_111, new DrillEvent.ExclusionLifted("ana"));
        t.add(20_112, new DrillEvent.Closed(Outcome.RECOVERED, List.of()));
        return t.entries;
    }

    /** The drill's only change. */
    public static Change scaleToZero() {
        return new Change.Edit(
                new ObjectRef(ResourceType.DEPLOYMENT, "shop", "checkout-cache"),
                "0b6d6c1e",
                List.of(new FieldEdit(FieldPath.of("spec.replicas"), new FieldValue.Json(3), new FieldValue.Json(0))));
    }

    private static DrillEvent turned(String probe, Quality quality, long at, String detail) {
        return new DrillEvent.ProbeTurned(
                new Reading(probe, quality, Duration.ofMillis(at), Duration.ofMillis(1012), detail));
    }

    private static Briefing briefing(String drill, boolean rehearsal) {
        Probe answers = new Probe(
                "checkout answers",
                Duration.ofSeconds(1),
                new ProbeCheck.Http("http://checkout.shop/healthz", 200, Duration.ofSeconds(1)));
        Probe ready = new Probe(
                "cache is ready",
                Duration.ofSeconds(1),
                new ProbeCheck.Ready(new Workload(WorkloadKind.DEPLOYMENT, "checkout-cache"), new Share(100, true)));
        return new Briefing(
                drill,
                new Subject(
                        "checkout-cache-loss",
                        "Checkout loses its cache",
                        "Can payments bring checkout back without Ana?",
                        "checkout",
                        "cache-loss",
                        null,
                        "Checkout serves within 15m, with no help from Ana.",
                        List.of("What did you look at first?")),
                new Stage(
                        rehearsal ? "simulated" : "staging",
                        "5b1f",
                        "shop",
                        "Deployment checkout-cache",
                        rehearsal,
                        true,
                        null),
                new Participants(
                        "payments",
                        List.of(new Exclusion("ana", "wrote the cache layer", "bo", null)),
                        Enforcement.OBSERVE,
                        HeroRole.ABSENT,
                        true),
                Set.of("bo", "copilot"),
                new AlertMatch(Map.of("alertname", "CheckoutDown", "namespace", "shop")),
                true,
                new SteadyState(Duration.ofSeconds(5), List.of(answers, ready)),
                List.of(new Step(FAULT, Duration.ZERO, null, "scale")),
                new Objectives(Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(15)),
                new Guardrails(
                        Duration.ofMinutes(20),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(1),
                        new BlastRadius(3, 100),
                        List.of(new AbortUnless(ready, Duration.ofMinutes(30)))),
                List.of(new Hint(1, "Which dashboard?")),
                -4_611_686_018_427_387_905L);
    }

    private static final class Timeline {
        private final Instant opened;
        private final List<Entry> entries = new ArrayList<>();

        Timeline(Instant opened) {
            this.opened = opened;
        }

        void add(long millis, DrillEvent event) {
            add(millis, Origin.DRILL, event);
        }

        void add(long millis, Origin origin, DrillEvent event) {
            Stamp stamp = new Stamp(opened.plusMillis(millis), Duration.ofMillis(millis));
            entries.add(new Entry(entries.size(), stamp, origin, event));
        }
    }
}
