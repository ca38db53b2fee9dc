package dev.understudy.playbook;

import dev.understudy.roster.Criticality;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who does what next so that a team comes to need nobody in particular.
 *
 * @param capabilities by service, then class, in the order of the roster
 */
public record TransferPlan(List<Capability> capabilities) {
    public TransferPlan {
        capabilities = List.copyOf(capabilities);
    }

    /**
     * One incident class of one service: what is to be learned.
     *
     * @param title the class as people say it
     * @param required whether the roster asks for a fresh pass of it
     * @param team who is paged for the service
     * @param heroes names of responders whom its drills and scenarios exclude, by name: from them it is learned
     * @param scenarios names of those of the library that drill it, by name
     * @param alone how many of the people lead it alone
     * @param people everybody of the team who may lead, by name
     */
    public record Capability(
            String service,
            Criticality criticality,
            String incidentClass,
            String title,
            boolean required,
            String team,
            List<String> heroes,
            List<String> scenarios,
            int alone,
            List<Standing> people) {
        public Capability {
            heroes = List.copyOf(heroes);
            scenarios = List.copyOf(scenarios);
            people = List.copyOf(people);
        }
    }

    /**
     * Where somebody stands with one capability.
     *
     * @param rung the highest that drills show
     * @param shown what shows it, oldest first; empty for {@link Rung#NOT_YET}
     * @param next what comes next; null for somebody who leads alone and led recently enough
     */
    public record Standing(
            String responder,
            Rung rung,
            List<Shown> shown,
            @Nullable NextStep next) {
        public Standing {
            shown = List.copyOf(shown);
        }
    }

    /**
     * What one drill showed of somebody.
     *
     * @param drill its id
     * @param at when it was opened
     * @param how in words
     */
    public record Shown(Rung rung, String drill, Instant at, String how) {}

    /**
     * What to do next.
     *
     * @param to rung that it leads to
     * @param scenario of the library; null when it has none for this capability
     * @param text what to do, in one sentence
     */
    public record NextStep(Rung to, @Nullable String scenario, String text) {}
}
