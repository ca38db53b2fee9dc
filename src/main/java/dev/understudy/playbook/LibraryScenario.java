package dev.understudy.playbook;

import dev.understudy.scenario.Participants.Exclusion;
import dev.understudy.scenario.Participants.HeroRole;
import dev.understudy.scenario.Scenario;
import dev.understudy.scenario.Scenario.Hint;
import dev.understudy.scenario.Scenario.Objectives;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What planning needs to know of a scenario that could be run.
 *
 * @param name unique in the library
 * @param title as people say it
 * @param service name in the roster
 * @param incidentClass name in the roster
 * @param team who responds: a name in the roster
 * @param excluded names of responders whom it takes out
 * @param hero what the excluded are allowed
 * @param objectives how fast is fast enough
 * @param deadline how long the drill may run
 * @param runbook where responders would look; null when it names none
 * @param hints what a facilitator may say, by rising level
 */
public record LibraryScenario(
        String name,
        String title,
        String service,
        String incidentClass,
        String team,
        Set<String> excluded,
        HeroRole hero,
        Objectives objectives,
        Duration deadline,
        @Nullable String runbook,
        List<Hint> hints) {
    public LibraryScenario {
        excluded = Set.copyOf(excluded);
        hints = List.copyOf(hints);
    }

    /** Returns what planning needs of this scenario. */
    public static LibraryScenario of(Scenario scenario) {
        List<Exclusion> out = scenario.responders().exclude();
        return new LibraryScenario(
                scenario.name(),
                scenario.title(),
                scenario.service(),
                scenario.incidentClass(),
                scenario.responders().team(),
                Set.copyOf(out.stream().map(Exclusion::responder).distinct().toList()),
                scenario.responders().hero(),
                scenario.objectives(),
                scenario.guardrails().deadline(),
                scenario.runbook(),
                scenario.hints());
    }
}
