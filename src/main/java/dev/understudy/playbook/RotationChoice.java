package dev.understudy.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is done in one slot.
 *
 * @param job place in the problem's list
 * @param lead person
 */
record RotationChoice(int job, int lead) {
    /**
     * Lets a rotation unfold.
     *
     * @param choices by slot; null where nothing is held
     * @return empty when a hard rule is broken or a job is held twice
     */
    static Optional<RotationCourse> unfold(RotationProblem problem, List<@Nullable RotationChoice> choices) {
        RotationCourse course = new RotationCourse(problem);
        for (int slot = 0; slot < choices.size(); slot++) {
            RotationChoice choice = choices.get(slot);
            if (choice == null) {
                continue;
            }
            if (course.planned(choice.job())
                    || course.bar(slot, choice.job(), choice.lead()).isPresent()) {
                return Optional.empty();
            }
            course.hold(slot, choice.job(), choice.lead());
        }
        return Optional.of(course);
    }

    /** Returns what a course holds, by slot. */
    static List<@Nullable RotationChoice> of(RotationCourse course) {
        List<@Nullable RotationChoice> choices = new ArrayList<>();
        course.problem().slots().forEach(_ -> choices.add(null));
        course.held().forEach(seat -> choices.set(seat.slot(), new RotationChoice(seat.job(), seat.lead())));
        return choices;
    }
}
