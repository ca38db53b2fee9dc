package dev.understudy.scenario.language;

import dev.understudy.scenario.Places;
import dev.understudy.scenario.Problem;
import java.util.List;

/**
 * What came of reading a file: everything, or every problem.
 *
 * @param <T> what the file says
 */
public sealed interface Read<T> {
    /**
     * Nothing is wrong with it.
     *
     * @param places where its parts stand, for what is found out later
     */
    record Good<T>(T value, Places places) implements Read<T> {}

    /**
     * It must not be used.
     *
     * @param problems at least one, from the top of the file down
     */
    record Bad<T>(List<Problem> problems) implements Read<T> {
        public Bad {
            problems = List.copyOf(problems);
        }
    }
}
