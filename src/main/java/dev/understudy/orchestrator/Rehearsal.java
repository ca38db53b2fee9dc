package dev.understudy.orchestrator;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Workload;
import dev.understudy.drill.EndCause;
import dev.understudy.drill.Grade;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Signal;
import dev.understudy.exclusion.Actor;
import dev.understudy.scenario.Deed;
import dev.understudy.scenario.RehearsalStep;
import dev.understudy.scenario.RehearsalStep.Act;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Lets scripted responders follow their script: real requests to the cluster under their own names, and the signals
 * that a pager would send. What it plays is a rehearsal, and never counts as evidence.
 */
final class Rehearsal implements AutoCloseable {
    private final List<RehearsalStep> script;
    private final String namespace;
    private final Function<String, Hands> hands;
    private final boolean audited;
    private final DrillClock clock;
    private final InstantSource wall;
    private final Signals signals;
    private final Thread thread;

    /**
     * Begins to play.
     *
     * @param zero first injection, on the drill's clock
     * @param hands by responder name
     * @param audited whether another source tells who changed what
     */
    Rehearsal(
            List<RehearsalStep> script,
            Duration zero,
            String namespace,
            Function<String, Hands> hands,
            boolean audited,
            DrillClock clock,
            InstantSource wall,
            Signals signals) {
        this.script = script.stream().sorted((a, b) -> a.at().compareTo(b.at())).toList();
        this.namespace = namespace;
        this.hands = hands;
        this.audited = audited;
        this.clock = clock;
        this.wall = wall;
        this.signals = signals;
        this.thread = Thread.ofVirtual().name("rehearsal").start(() -> play(zero));
    }

    private void play(Duration zero) {
        for (RehearsalStep step : script) {
            Duration wait = zero.plus(step.at()).minus(clock.offset());
            try {
                if (wait.isPositive()) {
                    Thread.sleep(wait);
                }
            } catch (InterruptedException _) {
                return;
            }
            String who = Objects.requireNonNullElse(step.responder(), "script");
            try {
                act(who, step.act(), new Origin(who, "rehearsal", Grade.A));
            } catch (ClusterException e) {
                signals.send(
                        new Signal.Remarked("the cluster refused what " + who + " tried: " + e.getMessage()),
                        new Origin(who, "rehearsal", Grade.A));
            }
        }
    }

    private void act(String who, Act act, Origin origin) {
        Instant now = wall.instant();
        switch (act) {
            case Act.Alert(var labels) -> signals.send(new Signal.Alerted(labels, now), origin);
            case Act.Acknowledges _ -> signals.send(new Signal.AcknowledgedBy(who, now), origin);
            case Act.Runs(Deed deed) -> run(who, deed, origin);
            case Act.Looks(String what) -> signals.send(new Signal.LookedAt(who, what), origin);
            case Act.Advises(String what) -> signals.send(new Signal.Advised(who, what), origin);
            case Act.Calls(String whom, String reason) -> {
                signals.send(new Signal.Remarked(who + " called " + whom + ": " + reason), origin);
                signals.send(new Signal.Advised(whom, "called by " + who + ": " + reason), origin);
            }
            case Act.BreaksGlass(String reason, boolean real) ->
                signals.send(new Signal.GlassBroke(who, reason, real), origin);
            case Act.GivesHint(int level) -> signals.send(new Signal.Hinted(level), origin);
            case Act.Aborts(String reason) ->
                signals.send(new Signal.Stop(EndCause.PERSON, who + ": " + reason), origin);
        }
    }

    private void run(String who, Deed deed, Origin origin) {
        hands.apply(who).run(deed, namespace);
        if (!audited) {
            ObjectRef object = object(deed);
            signals.send(
                    new Signal.Wrote(
                            new Actor(Actor.Kind.PERSON, who),
                            deed.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                            object.type().qualified() + "/" + object.name(),
                            wall.instant()),
                    origin);
        }
    }

    private ObjectRef object(Deed deed) {
        return switch (deed) {
            case Deed.Scale(Workload workload, int _) -> workload.in(namespace);
            case Deed.Rollback(Workload workload) -> workload.in(namespace);
            case Deed.Restart(Workload workload) -> workload.in(namespace);
            case Deed.Patch(ResourceType type, String name, var _) -> new ObjectRef(type, namespace, name);
            case Deed.Delete(ResourceType type, Deed.Which.Named(String name)) -> new ObjectRef(type, namespace, name);
            case Deed.Delete(ResourceType type, Deed.Which.Labelled(String label)) ->
                new ObjectRef(type, namespace, "-l " + label);
            case Deed.Create(ResourceType type, Map<String, Object> json) ->
                new ObjectRef(
                        type,
                        namespace,
                        json.get("metadata") instanceof Map<?, ?> map ? String.valueOf(map.get("name")) : "");
        };
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
