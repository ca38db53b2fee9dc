package dev.understudy.drill;

import dev.understudy.debrief.Attribution;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.Part;
import dev.understudy.drill.DrillEvent.Breached;
import dev.understudy.drill.DrillEvent.ChangeSeen;
import dev.understudy.drill.Involvement.Seen;
import dev.understudy.exclusion.Actor;
import dev.understudy.exclusion.BreachKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the debriefs of a drill settle about people. A debrief names unknown actors and adds what nobody saw; it takes nothing back that was
 * seen, so that no debrief makes the work of an excluded responder the team's.
 *
 * @param debrief all debriefs so far as one, see {@link Debrief#following}
 * @param witnessed who did what as the drill itself saw it
 * @param confirmed whether somebody who neither took the page nor was excluded has confirmed that it was taken
 */
public record Settlement(Debrief debrief, Involvement witnessed, boolean confirmed) {
    private static final String SAID = "as the debrief says";

    /** Returns what the first debrief of a drill settles. */
    static Settlement of(Debrief first, Involvement witnessed, Set<String> excluded) {
        return new Settlement(first, witnessed, confirms(first, witnessed, excluded));
    }

    /** Returns what is settled once a later debrief has been held too. */
    Settlement and(Debrief later, Set<String> excluded) {
        return new Settlement(
                later.following(debrief, excluded), witnessed, confirmed || confirms(later, witnessed, excluded));
    }

    /** Nobody's own word becomes another's by being said twice. */
    private static boolean confirms(Debrief debrief, Involvement witnessed, Set<String> excluded) {
        String facilitator = debrief.facilitator();
        return debrief.confirmed()
                && !facilitator.equals(witnessed.acknowledgedBy())
                && !excluded.contains(facilitator);
    }

    /** Returns who did what, all things considered. */
    Involvement people(Briefing briefing, Marks marks) {
        Set<String> excluded = briefing.excluded();
        List<Seen<ChangeSeen>> changes = new ArrayList<>();
        List<Seen<Breached>> breaches = new ArrayList<>(witnessed.breaches());
        for (Seen<ChangeSeen> seen : witnessed.changes()) {
            List<Seen<ChangeSeen>> named = named(seen, briefing);
            changes.addAll(named);
            if (seen.event().actor().kind() == Actor.Kind.UNKNOWN) {
                named.stream()
                        .filter(change ->
                                excluded.contains(change.event().actor().name()))
                        .forEach(change -> breaches.add(acted(change)));
            }
        }
        Duration over = marks.over();
        if (over != null) {
            debrief.parts().stream()
                    .filter(part -> excluded.contains(part.responder()))
                    .flatMap(part -> breach(part, over, breaches))
                    .forEach(breaches::add);
        }
        return witnessed.settled(changes, breaches);
    }

    /** Tells whether somebody has said of each of these responders what part they had. */
    boolean answersFor(Set<String> excluded) {
        return excluded.stream().allMatch(debrief::answersFor);
    }

    private List<Seen<ChangeSeen>> named(Seen<ChangeSeen> seen, Briefing briefing) {
        Actor actor = seen.event().actor();
        List<Seen<ChangeSeen>> named = debrief.attributions().stream()
                .filter(a -> actor.kind() == Actor.Kind.UNKNOWN && a.actor().equals(actor.name()))
                .map(a -> new Seen<>(seen.at(), by(seen.event(), a, briefing)))
                .toList();
        return named.isEmpty() ? List.of(seen) : named;
    }

    private static ChangeSeen by(ChangeSeen change, Attribution to, Briefing briefing) {
        Actor actor = new Actor(kind(to, briefing), to.responder());
        return new ChangeSeen(actor, change.verb(), change.object(), change.sourceTime());
    }

    /** Those who may respond and those taken out decide for themselves: none of them is automation, whatever is said. */
    private static Actor.Kind kind(Attribution to, Briefing briefing) {
        boolean decides = briefing.eligible().contains(to.responder())
                || briefing.excluded().contains(to.responder());
        return switch (to.kind()) {
            case PERSON -> Actor.Kind.PERSON;
            case AUTOMATION -> decides ? Actor.Kind.PERSON : Actor.Kind.AUTOMATION;
            case ASSISTANT -> Actor.Kind.ASSISTANT;
        };
    }

    private static Seen<Breached> acted(Seen<ChangeSeen> change) {
        ChangeSeen event = change.event();
        String what = event.verb() + " " + event.object() + ", " + SAID;
        return new Seen<>(change.at(), new Breached(event.actor().name(), BreachKind.ACTED, what, event.sourceTime()));
    }

    /** When it was, nobody says; at recovery is the latest that it can have been. */
    private static Stream<Seen<Breached>> breach(Part part, Duration over, List<Seen<Breached>> known) {
        BreachKind kind = kind(part.involved());
        boolean seen = known.stream()
                .anyMatch(b -> b.event().responder().equals(part.responder())
                        && b.event().kind() == kind
                        && b.at().compareTo(over) <= 0);
        return kind == null || seen
                ? Stream.of()
                : Stream.of(new Seen<>(over, new Breached(part.responder(), kind, SAID + ", at the latest", null)));
    }

    private static @Nullable BreachKind kind(Part.Involved involved) {
        return switch (involved) {
            case NONE -> null;
            case LOOKED -> BreachKind.LOOKED;
            case ADVISED -> BreachKind.ADVISED;
            case ACTED -> BreachKind.ACTED;
        };
    }
}
