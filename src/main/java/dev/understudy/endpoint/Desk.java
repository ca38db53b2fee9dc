package dev.understudy.endpoint;

import dev.understudy.drill.Briefing;
import dev.understudy.drill.EndCause;
import dev.understudy.drill.Grade;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Signal;
import dev.understudy.exclusion.BreachKind;
import dev.understudy.orchestrator.LiveDrill;
import dev.understudy.report.EventText;
import dev.understudy.roster.Responder;
import dev.understudy.roster.Roster;
import dev.understudy.scenario.Scenario.Hint;
import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;

/** Takes orders for one living drill and says what it made of them. */
final class Desk {
    /** A drill answers within milliseconds; one that does not is about to be over. */
    private static final long PATIENCE_SECONDS = 10;

    private final LiveDrill drill;
    private final Roster roster;

    Desk(LiveDrill drill, Roster roster) {
        this.drill = drill;
        this.roster = roster;
    }

    /** Hands an order over; fails with a {@link RequestProblem} when it does not fit this drill. */
    Future<Answer> take(Order order) {
        check(order);
        return drill.ask(signal(order), new Origin(order.who(), "terminal", Grade.C))
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .recover(_ -> Future.failedFuture(RequestProblem.notNow("drill " + drill.id() + " is over")))
                .map(events -> new Answer(
                        drill.id(),
                        Result.of(order, events),
                        events.stream().map(EventText::of).toList()));
    }

    private static Signal signal(Order order) {
        return switch (order) {
            case Order.Acknowledge(String who) -> new Signal.AcknowledgedBy(who, null);
            case Order.Note(String who, String text) -> new Signal.Remarked(who + ": " + text);
            case Order.Hint(String _, int level) -> new Signal.Hinted(level);
            case Order.Breach(String who, BreachKind kind, String detail) ->
                switch (kind) {
                    case LOOKED -> new Signal.LookedAt(who, detail);
                    case ADVISED -> new Signal.Advised(who, detail);
                    case ACTED -> new Signal.Intervened(who, detail);
                };
            case Order.BreakGlass(String who, String reason, boolean real) -> new Signal.GlassBroke(who, reason, real);
            case Order.Abort(String who, String reason) ->
                new Signal.Stop(EndCause.PERSON, who + (reason.isEmpty() ? "" : ": " + reason));
        };
    }

    private void check(Order order) {
        known(order);
        Briefing briefing = drill.briefing();
        if (order instanceof Order.Breach breach && !briefing.excluded().contains(breach.who())) {
            throw RequestProblem.unfit(breach.who() + " is not excluded from this drill, so nothing that "
                    + breach.who() + " does is a breach; excluded: " + named(briefing.excluded()));
        }
        if (order instanceof Order.Hint(String _, int level)
                && briefing.hints().stream().noneMatch(hint -> hint.level() == level)) {
            throw RequestProblem.unfit("there is no hint of level " + level + "; this drill has "
                    + named(briefing.hints().stream()
                            .map(Hint::level)
                            .map(String::valueOf)
                            .toList()));
        }
    }

    /** Only a responder takes a page or is out of the game; the facilitator need not be one. */
    private void known(Order order) {
        boolean facilitators = switch (order) {
            case Order.Acknowledge _, Order.Breach _ -> false;
            case Order.Note _, Order.Hint _, Order.BreakGlass _, Order.Abort _ -> true;
        };
        boolean facilitator = facilitators && order.who().equals(Order.FACILITATOR);
        if (!facilitator && roster.responder(order.who()).isEmpty()) {
            throw RequestProblem.unfit("there is no responder '" + order.who() + "' in the roster; there are "
                    + named(roster.responders().stream().map(Responder::name).toList()));
        }
    }

    private static String named(Iterable<String> names) {
        String all = String.join(", ", names);
        return all.isEmpty() ? "none" : all;
    }
}
