package dev.understudy.playbook;

import dev.understudy.drill.Outcome;
import dev.understudy.independence.DrillResult;
import dev.understudy.playbook.IndependenceCheck.Hesitation;
import dev.understudy.playbook.IndependenceCheck.Sign;
import dev.understudy.playbook.IndependenceCheck.Sign.Kind;
import dev.understudy.wording.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds where a team hesitated. */
final class Hesitations {
    /** Fewer timed drills than these have no median to speak of. */
    private static final int ENOUGH = 3;
    /** Where there is no median: what an objective of acknowledgement usually allows as well. */
    private static final Duration UNTIL_KNOWN = Duration.ofMinutes(5);

    private static final Duration LEAST = Duration.ofMinutes(2);

    private final Groundwork ground;

    Hesitations(Groundwork ground) {
        this.ground = ground;
    }

    List<Hesitation> found() {
        return new Families(ground)
                .known().stream()
                        .filter(family -> !acknowledged(family).isEmpty())
                        .map(this::of)
                        .sorted(Comparator.comparing(Hesitation::service).thenComparing(Hesitation::incidentClass))
                        .toList();
    }

    private Hesitation of(Family family) {
        List<DrillResult> drills = acknowledged(family);
        Duration usual = median(drills);
        Duration limit = usual == null ? UNTIL_KNOWN : larger(usual.multipliedBy(2), LEAST);
        List<Sign> signs =
                drills.stream().flatMap(drill -> signs(drill, limit).stream()).toList();
        return new Hesitation(family.service(), family.incidentClass(), drills.size(), usual, limit, signs);
    }

    private List<DrillResult> acknowledged(Family family) {
        return ground.valid(family).stream()
                .filter(d -> d.acknowledge() != null && d.acknowledge().happened())
                .toList();
    }

    private static List<Sign> signs(DrillResult drill, Duration limit) {
        List<Sign> signs = new ArrayList<>();
        Duration pause = drill.firstAction();
        if (pause == null && drill.outcome() != Outcome.SELF_HEALED) {
            signs.add(sign(Kind.NO_ACTION, drill, "acknowledged, and nobody of the team changed anything"));
        }
        if (pause != null && pause.compareTo(limit) > 0) {
            String found = Words.roughly(pause) + " from acknowledgement to the first action; the limit is "
                    + Words.roughly(limit);
            signs.add(sign(Kind.LONG_PAUSE, drill, found));
        }
        List<Integer> hints = drill.signs().hints();
        if (!hints.isEmpty()) {
            List<String> levels = hints.stream().map(String::valueOf).toList();
            String found = Words.count(hints.size(), "hint") + ", of level " + Words.listed(levels);
            signs.add(sign(Kind.HINT, drill, found));
        }
        if (drill.signs().reassigned() > 0) {
            int more = drill.signs().reassigned();
            String found = more == 1 ? "one more person took it" : more + " more people took it";
            signs.add(sign(Kind.REASSIGNED, drill, found));
        }
        return signs;
    }

    private static Sign sign(Kind kind, DrillResult drill, String found) {
        return new Sign(kind, drill.drill(), drill.opened(), found);
    }

    /** The lower of the two middle ones where there are two: a pause that really was. */
    private static @Nullable Duration median(List<DrillResult> drills) {
        List<Duration> pauses = drills.stream()
                .map(DrillResult::firstAction)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return pauses.size() < ENOUGH ? null : pauses.get((pauses.size() - 1) / 2);
    }

    private static Duration larger(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
