package dev.understudy.drill;

import dev.understudy.drill.DrillEvent.EndDecided;
import dev.understudy.exclusion.Actor;
import dev.understudy.exclusion.BreachKind;
import dev.understudy.scenario.Scenario.Hint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a signal means in a state: the events that follow. Pure; the same state and signal give the same events. */
public final class DrillRules {
    private DrillRules() {}

    /**
     * Decides.
     *
     * @param now offset on the drill's monotonic clock
     * @return events to append, oldest first; none when the signal changes nothing
     */
    public static List<DrillEvent> decide(Drill drill, Signal signal, Stamp now) {
        if (drill.phase().over()) {
            return List.of();
        }
        return switch (signal) {
            case Signal.Tick _ -> Timing.decide(drill, now.offset());
            case Signal.Read read -> read(drill, read);
            case Signal.Surveyed survey -> Spreading.surveyed(drill, survey);
            case Signal.Bystander seen -> Spreading.seen(drill, seen);
            case Signal.RecordHeld held -> Answers.recordHeld(drill, held);
            case Signal.RecordRefused refused -> Answers.recordRefused(drill, refused);
            case Signal.Injected injected -> Answers.injected(drill, injected);
            case Signal.Repeated repeated -> Answers.repeated(drill, repeated);
            case Signal.PodAppeared _ -> Repeating.appeared(drill);
            case Signal.NotInjected not -> Answers.notInjected(drill, not);
            case Signal.ChangeAnswered answer -> Answers.changeAnswered(drill, answer);
            case Signal.RecordGone _ -> Answers.recordGone(drill);
            case Signal.RecordStays(String reason) -> Answers.recordStays(drill, reason);
            case Signal.Concluded(List<String> left) -> Answers.concluded(drill, left, now.offset());
            case Signal.Alerted alert -> alerted(drill, alert);
            case Signal.AcknowledgedBy ack -> acknowledged(drill, ack);
            case Signal.Wrote wrote -> wrote(drill, wrote);
            case Signal.LookedAt(String who, String what) -> breached(drill, who, BreachKind.LOOKED, what, null);
            case Signal.Advised(String who, String what) -> breached(drill, who, BreachKind.ADVISED, what, null);
            case Signal.Intervened(String who, String what) -> breached(drill, who, BreachKind.ACTED, what, null);
            case Signal.Hinted(int level) -> hinted(drill, level);
            case Signal.GlassBroke glass -> glassBroke(drill, glass);
            case Signal.Remarked(String text) -> List.of(new DrillEvent.Noted(text));
            case Signal.Stop(EndCause cause, String detail) -> stop(drill, cause, detail);
        };
    }

    /**
     * Returns the next moment at which time alone may decide something or make something outstanding: until then no
     * {@link Signal.Tick} has a result, unless another signal comes first. To be asked when a tick has no result now.
     *
     * @param now offset on the drill's monotonic clock
     * @return a later offset; empty when only a signal can move the drill
     */
    public static Optional<Duration> nextWake(Drill drill, Duration now) {
        return Moments.next(drill, now);
    }

    private static List<DrillEvent> read(Drill drill, Signal.Read read) {
        boolean turns = drill.steady().turns(read.reading()) || drill.guards().turns(read.reading());
        return turns ? List.of(new DrillEvent.ProbeTurned(read.reading())) : List.of();
    }

    /** One that fires before the injection could not be told from the drill's own. */
    private static List<DrillEvent> alerted(Drill drill, Signal.Alerted alert) {
        return switch (drill.phase()) {
            case PREPARING, HELD ->
                drill.briefing().detection() != null && matches(drill, alert.labels())
                        ? tooEarly(drill, label(alert.labels()))
                        : List.of();
            case RUNNING ->
                drill.marks().detected() == null && matches(drill, alert.labels()) && sinceInjection(drill, alert)
                        ? List.of(new DrillEvent.Detected(label(alert.labels()), alert.startsAt()))
                        : List.of();
            case ENDING, CLOSED, REFUSED -> List.of();
        };
    }

    private static List<DrillEvent> tooEarly(Drill drill, String alert) {
        String reason = "alert '" + alert + "' fires before the injection, so it could not tell that of this drill;"
                + " wait until it is resolved";
        return drill.recordMayStand()
                ? stop(drill, EndCause.STEADY_STATE_LOST, reason)
                : List.of(new DrillEvent.Refused(List.of(reason)));
    }

    private static boolean sinceInjection(Drill drill, Signal.Alerted alert) {
        Mark zero = drill.marks().injected();
        return zero != null
                && (alert.startsAt() == null
                        || !alert.startsAt().isBefore(drill.opened().at().plus(zero.at())));
    }

    /** Without a detection in the scenario no alert counts, only a person's report. */
    private static boolean matches(Drill drill, Map<String, String> labels) {
        return drill.briefing().detection() != null
                && labels.entrySet()
                        .containsAll(drill.briefing().detection().matchLabels().entrySet());
    }

    private static String label(Map<String, String> labels) {
        return labels.getOrDefault("alertname", new TreeMap<>(labels).toString());
    }

    /** Taking the page is acting: it keeps the others from having to. */
    private static List<DrillEvent> acknowledged(Drill drill, Signal.AcknowledgedBy ack) {
        if (drill.briefing().excluded().contains(ack.responder())) {
            return breached(drill, ack.responder(), BreachKind.ACTED, "acknowledged the page", ack.sourceTime());
        }
        if (!drill.briefing().eligible().contains(ack.responder())) {
            return List.of(new DrillEvent.Noted(ack.responder() + " acknowledged, but is not of the team"));
        }
        boolean first = drill.phase() == Phase.RUNNING && drill.marks().acknowledged() == null;
        if (first) {
            return List.of(new DrillEvent.Acknowledged(ack.responder(), ack.sourceTime()));
        }
        return joins(drill, ack.responder())
                ? List.of(new DrillEvent.AlsoAcknowledged(ack.responder(), ack.sourceTime()))
                : List.of(new DrillEvent.Noted(ack.responder() + needless(drill)));
    }

    private static boolean joins(Drill drill, String who) {
        Involvement people = drill.people();
        return drill.phase() == Phase.RUNNING
                && !who.equals(people.acknowledgedBy())
                && !people.joined().contains(who);
    }

    private static String needless(Drill drill) {
        return drill.marks().injected() == null ? " acknowledged before anything was broken" : " acknowledged too";
    }

    private static List<DrillEvent> wrote(Drill drill, Signal.Wrote wrote) {
        if (wrote.actor().kind() == Actor.Kind.UNDERSTUDY) {
            return List.of();
        }
        List<DrillEvent> all = new ArrayList<>();
        all.add(new DrillEvent.ChangeSeen(wrote.actor(), wrote.verb(), wrote.object(), wrote.sourceTime()));
        if (wrote.actor().kind() != Actor.Kind.UNKNOWN) {
            String what = wrote.verb() + " " + wrote.object();
            all.addAll(breached(drill, wrote.actor().name(), BreachKind.ACTED, what, wrote.sourceTime()));
        }
        return all;
    }

    private static List<DrillEvent> breached(
            Drill drill, String who, BreachKind kind, String detail, @Nullable Instant sourceTime) {
        boolean known = drill.people().breaches().stream()
                .map(Involvement.Seen::event)
                .anyMatch(b -> b.responder().equals(who)
                        && b.kind() == kind
                        && b.detail().equals(detail));
        return drill.briefing().excluded().contains(who) && !known
                ? List.of(new DrillEvent.Breached(who, kind, detail, sourceTime))
                : List.of();
    }

    private static List<DrillEvent> hinted(Drill drill, int level) {
        Optional<Hint> hint = drill.briefing().hints().stream()
                .filter(h -> h.level() == level)
                .findFirst();
        return List.of(hint.<DrillEvent>map(h -> new DrillEvent.HintGiven(level, h.text()))
                .orElseGet(() -> new DrillEvent.Noted("there is no hint of level " + level)));
    }

    private static List<DrillEvent> glassBroke(Drill drill, Signal.GlassBroke glass) {
        List<DrillEvent> all = new ArrayList<>();
        all.add(new DrillEvent.GlassBroken(glass.responder(), glass.reason(), glass.realEmergency()));
        if (glass.realEmergency()) {
            all.addAll(stop(drill, EndCause.REAL_EMERGENCY, glass.responder() + ": " + glass.reason()));
        }
        return all;
    }

    /** The end is decided once; a process that must end after that does not wait for the service to settle. */
    private static List<DrillEvent> stop(Drill drill, EndCause cause, String detail) {
        if (drill.phase() != Phase.ENDING) {
            return List.of(new EndDecided(cause, detail));
        }
        return cause == EndCause.SIGNAL && !drill.interrupted()
                ? List.of(new DrillEvent.Interrupted(detail))
                : List.of();
    }
}
