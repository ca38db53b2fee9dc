package dev.understudy.playbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best rotation: first a good one by greed and by mending it, then by branch and bound a better one, or the
 * proof that there is none. The search counts its steps, never its time, so that the same problem always ends the same.
 */
final class RotationSearch {
    /** Steps of branch and bound; beyond them a good plan is kept without the proof. */
    static final int STEPS = 300_000;

    private final RotationProblem problem;
    private final RotationBound bound;
    private final int limit;
    private RotationCourse best;
    private RotationScore score;
    private int steps;

    /**
     * @param limit most steps of branch and bound
     */
    RotationSearch(RotationProblem problem, int limit) {
        this.problem = problem;
        this.bound = new RotationBound(problem);
        this.limit = limit;
        this.best = new RotationMending(problem).mended(greedy());
        this.score = best.score();
    }

    /**
     * What was found.
     *
     * @param exact whether nothing better exists
     * @param steps of branch and bound that it took
     */
    record Found(RotationCourse course, boolean exact, int steps) {}

    Found run() {
        decide(new RotationCourse(problem), 0);
        return new Found(best, steps <= limit, Math.min(steps, limit));
    }

    private void decide(RotationCourse course, int slot) {
        if (++steps > limit) {
            return;
        }
        if (slot == problem.slots().size()) {
            RotationScore reached = course.score();
            if (reached.compareTo(score) < 0) {
                best = course;
                score = reached;
            }
            return;
        }
        if (bound.of(course, slot).compareTo(score) >= 0) {
            return;
        }
        for (RotationChoice option : options(course, slot)) {
            RotationCourse next = new RotationCourse(course);
            next.hold(slot, option.job(), option.lead());
            decide(next, slot + 1);
        }
        decide(course, slot + 1);
    }

    private List<RotationChoice> options(RotationCourse course, int slot) {
        List<RotationChoice> options = new ArrayList<>();
        for (int job = 0; job < problem.jobs().size(); job++) {
            if (!course.planned(job)) {
                for (int person : problem.jobs().get(job).eligible()) {
                    if (course.bar(slot, job, person).isEmpty()) {
                        options.add(new RotationChoice(job, person));
                    }
                }
            }
        }
        return options;
    }

    /** In each slot the most needed drill that somebody may lead, alone if anybody can, by whoever has led least. */
    private List<@Nullable RotationChoice> greedy() {
        RotationCourse course = new RotationCourse(problem);
        for (int slot = 0; slot < problem.slots().size(); slot++) {
            int at = slot;
            greedy(course, slot).ifPresent(choice -> course.hold(at, choice.job(), choice.lead()));
        }
        return RotationChoice.of(course);
    }

    private Optional<RotationChoice> greedy(RotationCourse course, int slot) {
        return options(course, slot).stream()
                .min(Comparator.comparing(
                                (RotationChoice c) -> course.mode(problem.jobs().get(c.job()), c.lead()))
                        .thenComparing(RotationChoice::job)
                        .thenComparing(c -> course.skills()
                                .qualified(c.lead(), problem.jobs().get(c.job()).service()))
                        .thenComparing(c -> course.leads(c.lead()))
                        .thenComparing(RotationChoice::lead));
    }
}
