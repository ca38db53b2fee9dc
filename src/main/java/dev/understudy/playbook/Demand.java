package dev.understudy.playbook;

import dev.understudy.playbook.RotationPlan.Need;
import org.jspecify.annotations.Nullable;

/**
 * A drill that is needed.
 *
 * @param scenario which; null when the library has none that would do
 * @param obstacle why it can have no place at all, in a sentence; empty when it can
 */
record Demand(Need need, @Nullable LibraryScenario scenario, String obstacle) {
    Family family() {
        return new Family(need.service(), need.incidentClass());
    }
}
