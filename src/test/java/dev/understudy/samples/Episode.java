package dev.understudy.samples;

import dev.understudy.cluster.UndoResult;
import dev.understudy.debrief.Debrief;
import dev.understudy.drill.Briefing;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.EndCause;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Grade;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Stamp;
import dev.understudy.exclusion.Actor;
import dev.understudy.exclusion.BreachKind;
import dev.understudy.probe.Quality;
import dev.understudy.probe.Reading;
import dev.understudy.scenario.Participants.HeroRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One invented drill. All times are seconds from the injection; what happened is folded as the real one would be. */
final class Episode {
    private static final Duration OPENED = Duration.ofSeconds(90);
    private static final Duration IMPACT = Duration.ofMillis(1400);
    private static final int SUSTAINED = 60;
    private static final int DEADLINE = 2400;

    /** Something that happened. */
    private record Happened(long millis, Origin origin, DrillEvent event) {}

    /** A debrief and how many days later it was. */
    private record Later(int days, Debrief debrief) {}

    private final Play play;
    private final Instant zero;
    private final Briefing briefing;
    private final List<Happened> happened = new ArrayList<>();
    private final List<Later> debriefs = new ArrayList<>();
    private UndoResult undo = UndoResult.RESTORED;
    private @Nullable String by = "kubectl";
    private @Nullable Integer recovered;
    private DrillEvent.EndDecided end = new DrillEvent.EndDecided(EndCause.DEADLINE, "after 40m");
    private int ended = DEADLINE;
    private boolean impact = true;

    private Episode(Play play, Instant opened, HeroRole hero) {
        this.play = play;
        this.zero = opened.plus(OPENED);
        long seed = Math.floorMod((play.scenario + opened).hashCode(), 0x10000);
        String moment = opened.toString().replaceAll("[-:]", "");
        String id = "%s-%s-%04x".formatted(play.scenario, moment, seed);
        this.briefing = Setting.of(play, id, hero, seed);
    }

    /** A drill from which the expert is absent, on a day at ten. */
    static Episode without(Play play, String day) {
        return new Episode(play, Instant.parse(day + "T10:00:00Z"), HeroRole.ABSENT);
    }

    /** A drill on the way there. */
    static Episode with(Play play, String day, HeroRole hero) {
        return new Episode(play, Instant.parse(day + "T10:00:00Z"), hero);
    }

    Episode alerted(int at) {
        Origin origin = new Origin("alertmanager", "alertmanager", Grade.A);
        return add(at, origin, new DrillEvent.Detected(play.alert, wall(at)));
    }

    Episode taken(int at, String who) {
        return add(at, new Origin(who, "terminal", Grade.C), new DrillEvent.Acknowledged(who, null));
    }

    Episode joined(int at, String who) {
        return add(at, new Origin(who, "terminal", Grade.C), new DrillEvent.AlsoAcknowledged(who, null));
    }

    Episode changed(int at, String who) {
        return changed(at, new Actor(Actor.Kind.PERSON, who));
    }

    Episode changed(int at, Actor actor) {
        String object = "deployments.apps/" + play.target;
        return add(
                at,
                new Origin(actor.name(), "audit", Grade.A),
                new DrillEvent.ChangeSeen(actor, "patch", object, wall(at)));
    }

    Episode hint(int at, int level) {
        String text = briefing.hints().get(level - 1).text();
        return add(at, facilitator(), new DrillEvent.HintGiven(level, text));
    }

    Episode breach(int at, BreachKind kind, String detail) {
        return add(at, facilitator(), new DrillEvent.Breached(play.expert, kind, detail, null));
    }

    Episode noted(int at, String text) {
        return add(at, facilitator(), new DrillEvent.Noted(text));
    }

    Episode recovers(int at) {
        recovered = at;
        ended = at + SUSTAINED;
        end = new DrillEvent.EndDecided(EndCause.RECOVERED, "steady for 1m");
        return this;
    }

    Episode ends(int at, EndCause cause, String detail) {
        ended = at;
        end = new DrillEvent.EndDecided(cause, detail);
        return undone(UndoResult.UNDONE, null);
    }

    Episode nothingBroke() {
        impact = false;
        return ends(120, EndCause.NO_IMPACT, "steady state held for 2m");
    }

    Episode undone(UndoResult result, @Nullable String who) {
        undo = result;
        by = who;
        return this;
    }

    Episode debriefed(int days, Debrief debrief) {
        debriefs.add(new Later(days, debrief));
        return this;
    }

    /** Returns the journal; throws where the drill could not have happened so. */
    List<Entry> entries() {
        beginning();
        ending();
        happened.sort(Comparator.comparing(Happened::millis));
        List<Entry> entries = new ArrayList<>();
        happened.forEach(each -> entries.add(entry(entries.size(), each)));
        Drill drill = Drill.of(entries).orElseThrow();
        entries.add(entry(
                entries.size(),
                new Happened(millis(ended) + 2900, Origin.DRILL, new DrillEvent.Closed(drill.outcome(), List.of()))));
        for (Later later : debriefs) {
            long at = Duration.ofDays(later.days).toMillis();
            Origin who = new Origin(later.debrief.facilitator(), "terminal", Grade.C);
            entries.add(entry(entries.size(), new Happened(at, who, new DrillEvent.Debriefed(later.debrief))));
        }
        return entries;
    }

    private void beginning() {
        at(-90_000, new DrillEvent.Opened(briefing));
        at(-89_900, new DrillEvent.ExclusionArmed(play.expert, "knows it by heart"));
        at(-89_700, new DrillEvent.FaultPlanned(play.fault, List.of(play.change()), 3, 3));
        turns(-89_000, Setting.ANSWERS, Quality.GOOD, "200");
        turns(-88_900, Setting.READY, Quality.GOOD, "3 of 3 ready");
        at(-28_000, new DrillEvent.SteadyStateHeld());
        at(-27_500, new DrillEvent.RecordWritten(play.fault, zero.plusSeconds(DEADLINE + 180)));
        at(0, new DrillEvent.InjectionBegun(play.fault));
        at(300, new DrillEvent.FaultInjected(play.fault, Duration.ofMillis(300)));
        if (impact) {
            turns(IMPACT.toMillis(), Setting.READY, Quality.BAD, "0 of 3 ready");
            at(
                    IMPACT.toMillis() + 1,
                    new DrillEvent.ImpactSeen(Setting.READY, OPENED.plus(IMPACT), Duration.ofMillis(900)));
            turns(2100, Setting.ANSWERS, Quality.BAD, "503 instead of 200");
        }
    }

    private void ending() {
        if (recovered != null) {
            long back = millis(recovered);
            turns(back - 800, Setting.READY, Quality.GOOD, "3 of 3 ready");
            turns(back, Setting.ANSWERS, Quality.GOOD, "200");
            at(back + SUSTAINED * 1000L, new DrillEvent.RecoverySeen(OPENED.plusMillis(back), Duration.ofMillis(900)));
        }
        at(millis(ended) + 1, end);
        at(millis(ended) + 1200, new DrillEvent.ChangeUndone(play.fault, 0, undo, by, ""));
        at(millis(ended) + 1500, new DrillEvent.RecordRemoved());
        at(millis(ended) + 2800, new DrillEvent.ExclusionLifted(play.expert));
    }

    private void turns(long millis, String probe, Quality quality, String detail) {
        Reading reading = new Reading(probe, quality, OPENED.plusMillis(millis), Duration.ofMillis(900), detail);
        at(millis, new DrillEvent.ProbeTurned(reading));
    }

    private void at(long millis, DrillEvent event) {
        happened.add(new Happened(millis, Origin.DRILL, event));
    }

    private Episode add(int at, Origin origin, DrillEvent event) {
        happened.add(new Happened(millis(at), origin, event));
        return this;
    }

    private Entry entry(int number, Happened each) {
        Stamp stamp = new Stamp(zero.plusMillis(each.millis), OPENED.plusMillis(each.millis));
        return new Entry(number, stamp, each.origin, each.event);
    }

    private Instant wall(int at) {
        return zero.plusSeconds(at);
    }

    private static Origin facilitator() {
        return new Origin("facilitator", "terminal", Grade.C);
    }

    private static long millis(int seconds) {
        return seconds * 1000L;
    }
}
