package dev.understudy.drill;

import static dev.understudy.drill.Plot.plot;

import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.drill.DrillEvent.ChangeUndone;
import dev.understudy.drill.DrillEvent.EndDecided;
import dev.understudy.drill.DrillEvent.ExclusionLifted;
import dev.understudy.drill.DrillEvent.FaultEnded;
import dev.understudy.drill.DrillEvent.InjectionFailed;
import dev.understudy.drill.DrillEvent.RecordRemoved;
import dev.understudy.drill.DrillEvent.Refused;
import dev.understudy.exclusion.Actor;
import dev.understudy.exclusion.BreachKind;
import dev.understudy.probe.Quality;
import dev.understudy.probe.Reading;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One drill at each point of its life, one event of each kind, one signal of each kind; all of one fault, "lose". */
final class Samples {
    private static final Plot PLOT = plot().changesPerFault(2);

    private static final ObjectRef STOREFRONT = new ObjectRef(ResourceType.DEPLOYMENT, "shop", "storefront");
    private static final DrillEvent WATCHED = new DrillEvent.BystandersWatched(List.of(STOREFRONT), List.of());
    private static final DrillEvent LOST =
            new DrillEvent.SpreadSeen(STOREFRONT, Plot.s("21s"), Duration.ZERO, "0 ready, 2 needed");
    private static final DrillEvent BACK = new DrillEvent.SpreadEnded(STOREFRONT, Plot.s("22s"), Duration.ZERO);

    private static final DrillEvent DEBRIEFED = new DrillEvent.Debriefed(Debriefs.bare());

    private Samples() {}

    static Map<String, Ledger> states() {
        Map<String, Ledger> all = new LinkedHashMap<>();
        all.put("opened", Drills.opened(PLOT));
        all.put("steady", Drills.steady(PLOT));
        all.put("held", Drills.held(PLOT));
        all.put("going", Drills.going(PLOT));
        all.put("in", Drills.in(PLOT));
        all.put("running", Drills.running(PLOT));
        all.put("failed", Drills.going(PLOT).at("20s").add(new InjectionFailed("lose", "409")));
        all.put("surveyed", Drills.running(PLOT).at("21s").add(WATCHED));
        all.put("spread", Drills.running(PLOT).at("21s").add(WATCHED, LOST));
        all.put("recovered", Drills.running(PLOT).at("25s").add(Drills.RECOVERY));
        all.put("fault ended", Drills.running(PLOT).at("25s").add(new FaultEnded("lose")));
        all.put("stopped early", Drills.steady(PLOT).at("25s").add(stop()));
        all.put("stopped while going in", Drills.going(PLOT).at("25s").add(stop()));
        all.put("ending", ending());
        all.put("half undone", ending().add(undone(0, UndoResult.UNDONE)));
        all.put("left behind", ending().add(undone(0, UndoResult.UNDONE), undone(1, UndoResult.FAILED)));
        all.put("undone", undone());
        all.put("cleared", cleared());
        all.put("everybody back", cleared().add(new ExclusionLifted("ana")));
        all.put("closed", closed());
        all.put("debriefed", closed().at("30m").add(DEBRIEFED));
        all.put("refused", Drills.opened(PLOT).add(new Refused(List.of("unsteady"))));
        return all;
    }

    private static Ledger ending() {
        return Drills.running(PLOT).at("25s").add(stop());
    }

    private static Ledger undone() {
        return ending().add(undone(0, UndoResult.UNDONE), undone(1, UndoResult.RESTORED));
    }

    private static Ledger cleared() {
        return undone().add(new RecordRemoved());
    }

    private static Ledger closed() {
        return cleared().add(new ExclusionLifted("ana"), new DrillEvent.Closed(Outcome.ABORTED, List.of()));
    }

    private static EndDecided stop() {
        return new EndDecided(EndCause.PERSON, "");
    }

    private static ChangeUndone undone(int index, UndoResult result) {
        return new ChangeUndone("lose", index, result, null, "");
    }

    static List<DrillEvent> events() {
        return List.of(
                new DrillEvent.Opened(PLOT.briefing()),
                new DrillEvent.ExclusionArmed("ana", ""),
                new DrillEvent.ExclusionArmed("eve", ""),
                new DrillEvent.FaultPlanned("lose", PLOT.changesOf(PLOT.steps().getFirst()), 1, 1),
                Drills.turned(Quality.BAD, "30s"),
                new DrillEvent.SteadyStateHeld(),
                new DrillEvent.RecordWritten("lose", Ledger.OPENED),
                new Refused(List.of("")),
                new DrillEvent.InjectionBegun("lose"),
                new DrillEvent.FaultInjected("lose", Duration.ZERO),
                new InjectionFailed("lose", ""),
                new DrillEvent.RoundBegun("lose", 1),
                new DrillEvent.FaultRepeated("lose", 1, List.of(), 1, null),
                new DrillEvent.ImpactSeen("http", Plot.s("30s"), Duration.ZERO),
                new DrillEvent.Detected("CheckoutDown", null),
                new DrillEvent.Acknowledged("bo", null),
                new DrillEvent.AlsoAcknowledged("cy", null),
                new DrillEvent.ChangeSeen(new Actor(Actor.Kind.PERSON, "bo"), "patch", "x", null),
                new DrillEvent.Breached("ana", BreachKind.ACTED, "", null),
                new DrillEvent.HintGiven(1, ""),
                new DrillEvent.GlassBroken("bo", "", false),
                new DrillEvent.Noted(""),
                WATCHED,
                LOST,
                BACK,
                Drills.RECOVERY,
                new FaultEnded("lose"),
                new DrillEvent.Interrupted(""),
                stop(),
                undone(0, UndoResult.UNDONE),
                undone(1, UndoResult.UNDONE),
                undone(2, UndoResult.UNDONE),
                new RecordRemoved(),
                new DrillEvent.RecordKept(""),
                new ExclusionLifted("ana"),
                new ExclusionLifted("eve"),
                new DrillEvent.Closed(Outcome.ABORTED, List.of()),
                DEBRIEFED);
    }

    static List<Signal> signals() {
        return List.of(
                new Signal.Tick(),
                reading(Quality.GOOD),
                reading(Quality.BAD),
                reading(Quality.UNKNOWN),
                new Signal.Read(new Reading("nobody's", Quality.BAD, Plot.s("40s"), Duration.ZERO, "")),
                new Signal.Surveyed(List.of(STOREFRONT), List.of()),
                new Signal.Bystander(STOREFRONT, false, Plot.s("40s"), Duration.ZERO, "0 ready, 2 needed"),
                new Signal.Bystander(STOREFRONT, true, Plot.s("41s"), Duration.ZERO, "2 ready, 2 needed"),
                new Signal.RecordHeld("lose", Ledger.OPENED),
                new Signal.RecordRefused("lose", "409"),
                new Signal.Injected("lose", Duration.ZERO),
                new Signal.NotInjected("lose", "409"),
                new Signal.Repeated("lose", 1, List.of(), 1, null),
                new Signal.PodAppeared("cache-2"),
                answered("lose", 0),
                answered("lose", 1),
                answered("lose", 2),
                answered("lose", -1),
                answered("nobody's", 0),
                new Signal.RecordHeld("nobody's", Ledger.OPENED),
                new Signal.RecordRefused("nobody's", "409"),
                new Signal.Injected("nobody's", Duration.ZERO),
                new Signal.NotInjected("nobody's", "409"),
                new Signal.RecordGone(),
                new Signal.RecordStays("500"),
                new Signal.Concluded(List.of()),
                new Signal.Alerted(Map.of("alertname", "CheckoutDown"), null),
                new Signal.Alerted(Map.of("severity", "page"), null),
                new Signal.AcknowledgedBy("bo", null),
                new Signal.AcknowledgedBy("ana", null),
                new Signal.AcknowledgedBy("dan", null),
                new Signal.Wrote(new Actor(Actor.Kind.PERSON, "bo"), "patch", "x", null),
                new Signal.Wrote(new Actor(Actor.Kind.PERSON, "ana"), "patch", "x", null),
                new Signal.Wrote(new Actor(Actor.Kind.UNDERSTUDY, "understudy"), "patch", "x", null),
                new Signal.LookedAt("ana", "pods"),
                new Signal.LookedAt("bo", "pods"),
                new Signal.Advised("ana", "scale"),
                new Signal.Intervened("ana", "scaled"),
                new Signal.Intervened("bo", "scaled"),
                new Signal.Hinted(1),
                new Signal.Hinted(9),
                new Signal.GlassBroke("bo", "lost", false),
                new Signal.GlassBroke("bo", "fire", true),
                new Signal.Remarked("hm"),
                new Signal.Stop(EndCause.HALT, ""),
                new Signal.Stop(EndCause.SIGNAL, ""));
    }

    private static Signal reading(Quality quality) {
        return new Signal.Read(new Reading("http", quality, Plot.s("40s"), Duration.ZERO, ""));
    }

    private static Signal answered(String fault, int index) {
        return new Signal.ChangeAnswered(
                fault,
                index,
                new Undone(PLOT.changesOf(PLOT.steps().getFirst()).getFirst(), UndoResult.UNDONE, null, ""));
    }
}
