package dev.understudy.report;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.UndoResult;
import dev.understudy.drill.Briefing;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.EndCause;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Grade;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Stamp;
import dev.understudy.exclusion.Actor;
import dev.understudy.probe.Quality;
import dev.understudy.probe.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A journal told by hand: all times in milliseconds from the first injection. */
public final class DrillStory {
    public static final String FAULT = "lose the cache";
    public static final String ANSWERS = "checkout answers";
    public static final String READY = "cache is ready";
    private static final Instant ZERO = Instant.parse("2026-11-21T10:15:00.003Z");
    private static final Duration OPENED = Duration.ofSeconds(6);

    private final Briefing briefing;
    private final List<Entry> entries = new ArrayList<>();

    public DrillStory(Briefing briefing) {
        this.briefing = briefing;
    }

    /** The same drill under another id. */
    public static DrillStory renamed(String drill, DrillStory story) {
        DrillStory other = new DrillStory(story.briefing);
        for (Entry entry : story.entries) {
            DrillEvent event = entry.event() instanceof DrillEvent.Opened(Briefing was)
                    ? new DrillEvent.Opened(Briefings.renamed(was, drill))
                    : entry.event();
            other.entries.add(new Entry(entry.number(), entry.stamp(), entry.origin(), event));
        }
        return other;
    }

    /** Up to and with the injection: well for five seconds, then the cache is scaled to nothing. */
    public static DrillStory injected(Briefing briefing) {
        DrillStory story = new DrillStory(briefing).at(-6000, new DrillEvent.Opened(briefing));
        briefing.excluded()
                .forEach(who -> story.at(-5990, new DrillEvent.ExclusionArmed(who, "wrote the cache layer")));
        return story.at(-5980, new DrillEvent.FaultPlanned(FAULT, List.of(scale(briefing)), 3, 3))
                .reads(-5900, ANSWERS, Quality.GOOD, "200")
                .reads(-5890, READY, Quality.GOOD, "3 of 3 ready")
                .at(-600, new DrillEvent.SteadyStateHeld())
                .at(-300, new DrillEvent.RecordWritten(FAULT, ZERO.plusSeconds(1325)))
                .at(0, new DrillEvent.InjectionBegun(FAULT))
                .at(4, new DrillEvent.FaultInjected(FAULT, Duration.ofMillis(4)));
    }

    /** Three workloads beside the target are ready, and one is not. */
    public DrillStory surveyed() {
        return at(
                1,
                new DrillEvent.BystandersWatched(
                        List.of(beside("checkout"), beside("orders"), beside("storefront")),
                        List.of(beside("reports"))));
    }

    /** A workload beside the target is not ready any more. */
    public DrillStory reaches(long millis, String workload) {
        return at(
                millis,
                new DrillEvent.SpreadSeen(
                        beside(workload), OPENED.plusMillis(millis), Duration.ofMillis(3), "0 ready, 2 needed"));
    }

    /** It is ready again. */
    public DrillStory lets(long millis, String workload) {
        return at(
                millis, new DrillEvent.SpreadEnded(beside(workload), OPENED.plusMillis(millis), Duration.ofMillis(3)));
    }

    private ObjectRef beside(String workload) {
        return new ObjectRef(ResourceType.DEPLOYMENT, briefing.stage().namespace(), workload);
    }

    /** The fault bites after 412 ms. */
    public DrillStory broken() {
        return reads(390, READY, Quality.BAD, "0 of 3 ready")
                .at(412, new DrillEvent.ImpactSeen(READY, Duration.ofMillis(6412), Duration.ofMillis(10)))
                .reads(600, ANSWERS, Quality.BAD, "503 instead of 200");
    }

    public DrillStory alerted(long millis) {
        return told(millis, "alertmanager", "rehearsal", new DrillEvent.Detected("CheckoutDown", wall(millis)));
    }

    public DrillStory acknowledged(long millis, String who) {
        return told(millis, who, "rehearsal", new DrillEvent.Acknowledged(who, wall(millis)));
    }

    public DrillStory scaledBackBy(long millis, Actor actor) {
        return told(
                millis,
                actor.name(),
                "audit",
                new DrillEvent.ChangeSeen(actor, "patch", "deployments.apps/checkout-cache/scale", wall(millis)));
    }

    /** Steady from 8.9 s on, known five seconds later. */
    public DrillStory steadyAgain(long millis) {
        return reads(millis - 400, READY, Quality.GOOD, "3 of 3 ready")
                .reads(millis, ANSWERS, Quality.GOOD, "200")
                .at(millis + 5000, new DrillEvent.RecoverySeen(OPENED.plusMillis(millis), Duration.ofMillis(10)))
                .at(millis + 5001, new DrillEvent.EndDecided(EndCause.RECOVERED, "steady for 5s"));
    }

    public DrillStory undone(long millis, UndoResult result, String by) {
        return at(millis, new DrillEvent.ChangeUndone(FAULT, 0, result, by.isEmpty() ? null : by, ""))
                .at(millis + 50, new DrillEvent.RecordRemoved());
    }

    /** Lets the domain judge, as the orchestrator does. */
    public DrillStory closed(long millis, String... changesLeft) {
        briefing.excluded().forEach(who -> at(millis - 1, new DrillEvent.ExclusionLifted(who)));
        Drill drill = Drill.of(entries).orElseThrow();
        return at(millis, new DrillEvent.Closed(drill.outcome(), List.of(changesLeft)));
    }

    public DrillStory reads(long millis, String probe, Quality quality, String detail) {
        return at(
                millis,
                new DrillEvent.ProbeTurned(
                        new Reading(probe, quality, OPENED.plusMillis(millis), Duration.ofMillis(10), detail)));
    }

    public DrillStory at(long millis, DrillEvent event) {
        return add(millis, Origin.DRILL, event);
    }

    public DrillStory told(long millis, String who, String source, DrillEvent event) {
        return add(millis, new Origin(who, source, Grade.A), event);
    }

    /** Somebody's own word. */
    public DrillStory said(long millis, String who, DrillEvent event) {
        return add(millis, new Origin(who, "terminal", Grade.C), event);
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    public DrillReport report() {
        return DrillReport.of(entries, "3f9a1c0e5b7d2468");
    }

    public static Instant wall(long millis) {
        return ZERO.plusMillis(millis);
    }

    private static Change scale(Briefing briefing) {
        return new Change.Edit(
                new ObjectRef(ResourceType.DEPLOYMENT, briefing.stage().namespace(), "checkout-cache"),
                "8d3c",
                List.of(new FieldEdit(FieldPath.of("spec.replicas"), new FieldValue.Json(3), new FieldValue.Json(0))));
    }

    private DrillStory add(long millis, Origin origin, DrillEvent event) {
        entries.add(new Entry(entries.size(), new Stamp(wall(millis), OPENED.plusMillis(millis)), origin, event));
        return this;
    }
}
