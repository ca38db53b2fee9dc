package dev.understudy.playbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Mends a rotation as long as one small change makes it better: another choice in one slot, or two slots exchanged.
 * Changes are tried in one fixed order and the first that helps is taken; each makes the score smaller, so it ends.
 */
final class RotationMending {
    private final RotationProblem problem;

    RotationMending(RotationProblem problem) {
        this.problem = problem;
    }

    /**
     * @param choices of a rotation that keeps every hard rule
     */
    RotationCourse mended(List<@Nullable RotationChoice> choices) {
        RotationCourse course = RotationChoice.unfold(problem, choices)
                .orElseThrow(() -> new IllegalArgumentException("a rotation to mend keeps the rules"));
        Optional<RotationCourse> better = better(course);
        while (better.isPresent()) {
            course = better.get();
            better = better(course);
        }
        return course;
    }

    private Optional<RotationCourse> better(RotationCourse course) {
        RotationScore score = course.score();
        List<@Nullable RotationChoice> choices = RotationChoice.of(course);
        Optional<RotationCourse> exchanged = exchanged(choices, score);
        return exchanged.isPresent() ? exchanged : replaced(choices, score);
    }

    private Optional<RotationCourse> exchanged(List<@Nullable RotationChoice> choices, RotationScore score) {
        for (int a = 0; a < choices.size(); a++) {
            for (int b = a + 1; b < choices.size(); b++) {
                List<@Nullable RotationChoice> other = new ArrayList<>(choices);
                Collections.swap(other, a, b);
                Optional<RotationCourse> better = ifBetter(other, score);
                if (better.isPresent()) {
                    return better;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<RotationCourse> replaced(List<@Nullable RotationChoice> choices, RotationScore score) {
        for (int slot = 0; slot < choices.size(); slot++) {
            for (int job = 0; job < problem.jobs().size(); job++) {
                for (int person : problem.jobs().get(job).eligible()) {
                    Optional<RotationCourse> better =
                            ifBetter(with(choices, slot, new RotationChoice(job, person)), score);
                    if (better.isPresent()) {
                        return better;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the choices with one of them changed; a job that was held elsewhere moves. */
    static List<@Nullable RotationChoice> with(
            List<@Nullable RotationChoice> choices, int slot, RotationChoice choice) {
        List<@Nullable RotationChoice> other = new ArrayList<>();
        for (RotationChoice each : choices) {
            other.add(each != null && each.job() == choice.job() ? null : each);
        }
        other.set(slot, choice);
        return other;
    }

    private Optional<RotationCourse> ifBetter(List<@Nullable RotationChoice> choices, RotationScore score) {
        return RotationChoice.unfold(problem, choices).filter(c -> c.score().compareTo(score) < 0);
    }
}
