package dev.understudy.orchestrator;

import dev.understudy.roster.Roster;
import dev.understudy.scenario.Scenario;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is played and by whom.
 *
 * @param hands what each scripted responder can do in the cluster, by name; null when living people respond
 */
public record Casting(
        Scenario scenario, Roster roster, @Nullable Function<String, Hands> hands) {
    /** Tells whether the responders follow a script. */
    public boolean scripted() {
        return hands != null;
    }
}
