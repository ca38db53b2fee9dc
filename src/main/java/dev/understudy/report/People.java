package dev.understudy.report;

import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent.Breached;
import dev.understudy.drill.DrillEvent.ChangeSeen;
import dev.understudy.drill.Involvement.Seen;
import dev.understudy.exclusion.Actor;
import dev.understudy.exclusion.BreachKind;
import dev.understudy.scenario.Participants.Exclusion;
import dev.understudy.scenario.Participants.HeroRole;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who took part and who was kept out, in the order of what happened; nobody is ranked.
 *
 * @param excluded who was taken out, why, and who stood in
 * @param acknowledgedBy null when nobody did
 * @param lead who led: whom the debrief names, else whoever acknowledged; null when nobody did
 * @param acted people and assistants seen to change something before the close; {@code unknown} for whoever the
 *     roster does not know
 * @param breaches what the excluded did all the same
 * @param hints what the facilitator gave away
 * @param glass calls for help from outside
 */
public record People(
        List<Exclusion> excluded,
        @Nullable String acknowledgedBy,
        @Nullable String lead,
        List<String> acted,
        List<Breach> breaches,
        List<Hint> hints,
        List<Glass> glass) {
    /**
     * An excluded responder got involved.
     *
     * @param at from the first injection
     * @param allowed whether this drill's place on the transfer ladder allows it
     */
    public record Breach(String responder, BreachKind kind, Duration at, String detail, boolean allowed) {}

    /** A hint that was given. */
    public record Hint(int level, String text, Duration at) {}

    /** Somebody called for help from outside the drill. */
    public record Glass(String responder, String reason, boolean realEmergency, Duration at) {}

    static People of(Drill drill, Zero zero) {
        var people = drill.people();
        HeroRole role = drill.briefing().participants().hero();
        return new People(
                drill.briefing().participants().exclude(),
                people.acknowledgedBy(),
                drill.lead(),
                people.changes().stream()
                        .map(seen -> seen.event().actor())
                        .filter(Actor::decides)
                        .map(actor -> actor.kind() == Actor.Kind.UNKNOWN ? "unknown" : actor.name())
                        .distinct()
                        .toList(),
                people.breaches().stream().map(b -> breach(b, role, zero)).toList(),
                people.hints().stream()
                        .map(h -> new Hint(h.event().level(), h.event().text(), zero.since(h.at())))
                        .toList(),
                people.glass().stream()
                        .map(g -> new Glass(
                                g.event().responder(),
                                g.event().reason(),
                                g.event().realEmergency(),
                                zero.since(g.at())))
                        .toList());
    }

    static boolean allowed(BreachKind kind, HeroRole role) {
        return switch (kind) {
            case LOOKED -> role != HeroRole.ABSENT;
            case ADVISED -> role == HeroRole.SUPPORTING;
            case ACTED -> false;
        };
    }

    /** Returns the latest change of this object by somebody who decides, after a moment of the drill's clock. */
    static @Nullable String whoChanged(Drill drill, Set<String> names, Duration after) {
        String who = null;
        for (Seen<ChangeSeen> seen : drill.people().changes()) {
            ChangeSeen change = seen.event();
            boolean ofIt = names.stream()
                    .anyMatch(name ->
                            change.object().equals(name) || change.object().equals(name + "/scale"));
            if (ofIt && change.actor().decides() && seen.at().compareTo(after) >= 0) {
                who = change.actor().kind() == Actor.Kind.UNKNOWN
                        ? "somebody the roster does not know (" + change.actor().name() + ")"
                        : change.actor().name();
            }
        }
        return who;
    }

    private static Breach breach(Seen<Breached> seen, HeroRole role, Zero zero) {
        Breached event = seen.event();
        return new Breach(
                event.responder(), event.kind(), zero.since(seen.at()), event.detail(), allowed(event.kind(), role));
    }
}
