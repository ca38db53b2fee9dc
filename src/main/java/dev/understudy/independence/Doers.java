package dev.understudy.independence;

import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent.ChangeSeen;
import dev.understudy.drill.Involvement.Seen;
import dev.understudy.drill.Mark;
import dev.understudy.exclusion.Actor;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who did something in a drill between its injection and its recovery.
 *
 * @param acted eligible people and assistants who changed something, in order of appearance
 * @param rescuers excluded responders who advised or acted against the drill's terms
 * @param firstAction from acknowledgement to the first change by somebody who decides; null when one is missing
 * @param changed whether somebody who decides changed anything
 */
record Doers(
        List<String> acted, List<String> rescuers, @Nullable Duration firstAction, boolean changed) {
    static Doers of(Drill drill) {
        List<Seen<ChangeSeen>> changes = drill.people().changes().stream()
                .filter(seen -> seen.event().actor().decides())
                .filter(seen -> sinceInjection(drill, seen) && drill.beforeRecovery(seen))
                .toList();
        List<String> acted = changes.stream()
                .map(seen -> seen.event().actor())
                .filter(actor -> actor.kind() != Actor.Kind.UNKNOWN)
                .map(Actor::name)
                .filter(drill.briefing().eligible()::contains)
                .distinct()
                .toList();
        return new Doers(acted, rescuers(drill), firstAction(drill, changes), !changes.isEmpty());
    }

    private static boolean sinceInjection(Drill drill, Seen<?> seen) {
        Mark injected = drill.marks().injected();
        return injected != null && seen.at().compareTo(injected.at()) >= 0;
    }

    private static List<String> rescuers(Drill drill) {
        return drill.people().breaches().stream()
                .filter(drill::beforeRecovery)
                .filter(seen -> drill.isHelp(seen.event().kind()))
                .map(seen -> seen.event().responder())
                .distinct()
                .toList();
    }

    private static @Nullable Duration firstAction(Drill drill, List<Seen<ChangeSeen>> changes) {
        Mark taken = drill.marks().acknowledged();
        if (taken == null || changes.isEmpty()) {
            return null;
        }
        Duration first = changes.stream().map(Seen::at).min(Duration::compareTo).orElseThrow();
        Duration gap = first.minus(taken.at());
        return gap.isNegative() ? Duration.ZERO : gap;
    }
}
