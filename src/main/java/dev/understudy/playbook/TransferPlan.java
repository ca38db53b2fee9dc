package dev.understudy.playbook;

import dev.understudy.playbook.RotationPlan.PlannedDrill;
import dev.understudy.roster.Criticality;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
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

    /** Returns it with the days that a rotation has for each. */
    TransferPlan with(RotationPlan rotation) {
        return new TransferPlan(capabilities.stream().map(c -> c.with(rotation)).toList());
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

        private Capability with(RotationPlan rotation) {
            List<PlannedDrill> drills = rotation.drills().stream()
                    .filter(d -> d.need().service().equals(service)
                            && d.need().incidentClass().equals(incidentClass))
                    .toList();
            List<Standing> dated =
                    people.stream().map(p -> p.on(first(drills, p.responder()))).toList();
            return new Capability(
                    service, criticality, incidentClass, title, required, team, heroes, scenarios, alone, dated);
        }

        private static @Nullable LocalDate first(List<PlannedDrill> drills, String who) {
            return drills.stream()
                    .filter(d -> who.equals(d.lead()) || who.equals(d.observer()) || who.equals(d.shadow()))
                    .map(PlannedDrill::day)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    /**
     * Where somebody stands with one capability.
     *
     * @param rung the highest that drills show
     * @param shown what shows it, oldest first; empty for {@link Rung#NOT_YET}
     * @param next what comes next; null for somebody who leads alone and led recently enough
     * @param planned first day on which the rotation has them lead, watch or shadow a drill of it; null when it has none:
     *     it takes what services need most first, and cannot take everything
     */
    public record Standing(
            String responder,
            Rung rung,
            List<Shown> shown,
            @Nullable NextStep next,
            @Nullable LocalDate planned) {
        public Standing {
            shown = List.copyOf(shown);
        }

        private Standing on(@Nullable LocalDate day) {
            return new Standing(responder, rung, shown, next, day);
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
