package dev.understudy.drill;

import dev.understudy.debrief.Matters;
import dev.understudy.exclusion.Actor;
import dev.understudy.scenario.Participants.Exclusion;
import dev.understudy.scenario.Participants.HeroRole;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** What a closed drill leaves for its facilitator to settle. */
public final class OpenMatters {
    private OpenMatters() {}

    /** Returns it as the drill itself saw it, whatever an earlier debrief has settled. */
    public static Matters of(Drill drill) {
        Briefing briefing = drill.briefing();
        Settlement settled = drill.settlement();
        Involvement witnessed = settled == null ? drill.people() : settled.witnessed();
        Mark taken = drill.marks().acknowledged();
        Set<String> team = new LinkedHashSet<>(briefing.eligible());
        briefing.participants().exclude().stream()
                .map(Exclusion::substitute)
                .filter(Objects::nonNull)
                .forEach(team::add);
        return new Matters(
                briefing.drill(),
                drill.opened().at().atZone(ZoneOffset.UTC).toLocalDate(),
                team,
                briefing.excluded(),
                briefing.participants().hero() == HeroRole.ABSENT,
                witnessed.acknowledgedBy(),
                taken != null && (taken.grade() == Grade.C || taken.grade() == Grade.D),
                witnessed.changes().stream()
                        .map(seen -> seen.event().actor())
                        .filter(actor -> actor.kind() == Actor.Kind.UNKNOWN)
                        .map(Actor::name)
                        .distinct()
                        .toList(),
                briefing.subject().debrief());
    }
}
