package dev.understudy.playbook;

import dev.understudy.playbook.RotationPlan.Goal;
import dev.understudy.wording.Words;
import java.util.ArrayList;
import java.util.List;

/** What a rotation's score says in words. */
final class Goals {
    private Goals() {}

    /** Returns the figures of a score, the most important first. */
    static List<Goal> of(RotationScore score) {
        return List.of(
                new Goal(
                        "people that services lack who have led without the hero, weighted by criticality",
                        score.shortfall(),
                        "less is better"),
                new Goal("need x weeks until it is met", score.lateness() / 2_000_000.0, "less is better"),
                new Goal(
                        "people who lead a service without its hero for the first time",
                        -score.gained(),
                        "more is better"),
                new Goal("most less fewest leads of one person", score.spread(), "less is better"),
                new Goal("sum of everybody's squared leads", score.squares(), "less is better"),
                new Goal("first leads that nobody experienced watches", score.unobserved(), "less is better"),
                new Goal("leads of a scenario by somebody who has led it before", score.repeats(), "less is better"));
    }

    /** Says by which goal one score is worse than another. */
    static String difference(RotationScore worse, RotationScore better) {
        List<Goal> bad = of(worse);
        List<Goal> good = of(better);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < bad.size(); i++) {
            if (bad.get(i).value() != good.get(i).value()) {
                differences.add(bad.get(i).name() + " would be "
                        + number(bad.get(i).value()) + " instead of "
                        + number(good.get(i).value()) + " (" + bad.get(i).better() + ")");
            }
        }
        return differences.isEmpty()
                ? "as good by every goal; the plan found the other one first"
                : differences.getFirst();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : Words.figure(value);
    }
}
