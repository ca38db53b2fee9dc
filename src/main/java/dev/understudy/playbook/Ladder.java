package dev.understudy.playbook;

import dev.understudy.drill.Outcome;
import dev.understudy.independence.DrillResult;
import dev.understudy.playbook.TransferPlan.Shown;
import dev.understudy.scenario.Participants.HeroRole;
import dev.understudy.wording.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How far people have come on the ladder, as drills show it. */
final class Ladder {
    private final Groundwork ground;

    Ladder(Groundwork ground) {
        this.ground = ground;
    }

    /** Returns what the drills of a family show of somebody, oldest first. */
    List<Shown> shown(Family family, String person) {
        return ground.valid(family).stream()
                .flatMap(drill -> shown(drill, person).stream())
                .toList();
    }

    /** Returns the highest rung among those shown. */
    static Rung highest(List<Shown> shown) {
        return shown.stream().map(Shown::rung).max(Comparator.naturalOrder()).orElse(Rung.NOT_YET);
    }

    private Optional<Shown> shown(DrillResult drill, String person) {
        if (drill.excluded().contains(person)) {
            return Optional.empty();
        }
        if (person.equals(drill.lead())) {
            return Optional.of(led(drill));
        }
        return drill.acted().contains(person)
                ? Optional.of(shown(drill, Rung.SHADOWED, "acted while somebody else led"))
                : Optional.empty();
    }

    private Shown led(DrillResult drill) {
        if (drill.outcome() == Outcome.SELF_HEALED) {
            return shown(drill, Rung.SHADOWED, "led it, and the system healed by itself");
        }
        if (drill.outcome() != Outcome.RECOVERED && drill.outcome() != Outcome.RECOVERED_LATE) {
            return shown(
                    drill,
                    Rung.SHADOWED,
                    "led it; it ended as " + drill.outcome().word());
        }
        if (drill.hero() != HeroRole.ABSENT) {
            return shown(drill, Rung.LEADS_WITH_SUPPORT, "led it with " + hero(drill));
        }
        if (!drill.signs().hints().isEmpty()) {
            return shown(drill, Rung.LEADS_WITH_SUPPORT, "led it with hints");
        }
        if (drill.outcome() == Outcome.RECOVERED_LATE) {
            return shown(drill, Rung.LEADS_WITH_SUPPORT, "led it alone, and an objective was missed");
        }
        if (drill.excluded().isEmpty()) {
            return shown(drill, Rung.LEADS_WITH_SUPPORT, "led it, but nobody was excluded");
        }
        return ground.counts(drill)
                ? shown(drill, Rung.LEADS_ALONE, "led it without " + Words.listed(sorted(drill)))
                : shown(
                        drill,
                        Rung.LEADS_WITH_SUPPORT,
                        "led it, but it is no evidence: " + drill.evidence().because());
    }

    private static String hero(DrillResult drill) {
        return Words.names(sorted(drill)) + (drill.hero() == HeroRole.SUPPORTING ? " supporting" : " observing");
    }

    private static List<String> sorted(DrillResult drill) {
        return drill.excluded().stream().sorted().toList();
    }

    private static Shown shown(DrillResult drill, Rung rung, String how) {
        return new Shown(rung, drill.drill(), drill.opened(), how);
    }
}
