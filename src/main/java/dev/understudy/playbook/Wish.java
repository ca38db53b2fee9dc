package dev.understudy.playbook;

import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A drill that something asks for.
 *
 * @param scenario which; null when the library has none that would do
 * @param copy how many wishes for the same scenario come before it
 * @param heroes without whom it is to be shown, by name
 * @param reasons what asks for it, in order; grows while wishes are gathered
 */
record Wish(
        Family family, @Nullable LibraryScenario scenario, int copy, SortedSet<String> heroes, Set<String> reasons) {
    boolean same(Family otherFamily, @Nullable LibraryScenario otherScenario, int otherCopy) {
        return family.equals(otherFamily)
                && (scenario == null
                        ? otherScenario == null
                        : otherScenario != null && scenario.name().equals(otherScenario.name()))
                && copy == otherCopy;
    }
}
