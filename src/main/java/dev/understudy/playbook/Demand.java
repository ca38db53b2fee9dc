package dev.understudy.playbook;

import dev.understudy.playbook.RotationPlan.Need;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A drill that is needed.
 *
 * @param scenario which; null when the library has none that would do
 * @param from first day on which it may be held; {@link LocalDate#MIN} for any
 * @param obstacle why it can have no place at all, in a sentence; empty when it can
 */
record Demand(Need need, @Nullable LibraryScenario scenario, LocalDate from, String obstacle) {
    Family family() {
        return new Family(need.service(), need.incidentClass());
    }
}
