package dev.understudy.playbook;

import java.time.LocalDate;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A drill that something asks for.
 *
 * @param scenario which; null when the library has none that would do
 * @param copy how many wishes for the same scenario come before it
 * @param from first day on which it may be held: what it re-tests is done only then; {@link LocalDate#MIN} for any
 * @param heroes without whom it is to be shown, by name
 * @param reasons what asks for it, in order; grows while wishes are gathered
 */
record Wish(
        Family family,
        @Nullable LibraryScenario scenario,
        int copy,
        LocalDate from,
        SortedSet<String> heroes,
        Set<String> reasons) {
    /** Returns it with another first day, if that is later. */
    Wish notBefore(LocalDate day) {
        return new Wish(family, scenario, copy, day.isAfter(from) ? day : from, heroes, reasons);
    }

    boolean drills(LibraryScenario other) {
        return scenario != null && scenario.name().equals(other.name());
    }

    boolean same(Family otherFamily, @Nullable LibraryScenario otherScenario, int otherCopy) {
        return family.equals(otherFamily)
                && (scenario == null
                        ? otherScenario == null
                        : otherScenario != null && scenario.name().equals(otherScenario.name()))
                && copy == otherCopy;
    }
}
