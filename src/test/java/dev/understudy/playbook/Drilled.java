package dev.understudy.playbook;

import dev.understudy.debrief.ActionItem;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.KnowledgeGap;
import dev.understudy.drill.Evidence;
import dev.understudy.drill.Evidence.Worth;
import dev.understudy.drill.Outcome;
import dev.understudy.independence.DrillResult;
import dev.understudy.independence.DrillResult.Signs;
import dev.understudy.independence.Timed;
import dev.understudy.scenario.Participants.HeroRole;
import dev.understudy.scenario.Scenario.Objectives;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A drill of checkout's lost cache without ana that bo recovered in time, until told otherwise. */
final class Drilled {
    private final String id;
    private final Instant opened;
    private String scenario = "cache-loss";
    private String service = "checkout";
    private String incidentClass = "cache-loss";
    private Set<String> excluded = Set.of("ana");
    private HeroRole hero = HeroRole.ABSENT;
    private Outcome outcome = Outcome.RECOVERED;
    private Worth worth = Worth.DRILL;
    private @Nullable String lead = "bo";
    private List<String> acted = List.of("bo");
    private List<String> rescuers = List.of();
    private @Nullable Duration firstAction = Duration.ofMinutes(1);
    private Signs signs = new Signs(true, false, false, false, false, false, List.of(), List.of(), 0);
    private @Nullable String runbook = "runbooks/cache-loss.md";
    private @Nullable Debrief debrief;

    private Drilled(String id, Instant opened) {
        this.id = id;
        this.opened = opened;
    }

    static Drilled on(String day) {
        return new Drilled("d-" + day, Instant.parse(day + "T13:00:00Z"));
    }

    Drilled of(String scenario, String service, String incidentClass) {
        this.scenario = scenario;
        this.service = service;
        this.incidentClass = incidentClass;
        return this;
    }

    Drilled without(String... names) {
        this.excluded = Set.of(names);
        return this;
    }

    Drilled hero(HeroRole role) {
        this.hero = role;
        this.worth = role == HeroRole.ABSENT ? worth : Worth.NONE;
        return this;
    }

    Drilled ended(Outcome how) {
        this.outcome = how;
        this.worth = how.valid() ? worth : Worth.NONE;
        return this;
    }

    Drilled rehearsed() {
        this.worth = Worth.REHEARSAL;
        return this;
    }

    Drilled led(@Nullable String by, String... actors) {
        this.lead = by;
        this.acted = List.of(actors);
        return this;
    }

    Drilled rescuedBy(String name) {
        this.rescuers = List.of(name);
        return ended(Outcome.RESCUED);
    }

    Drilled firstAction(@Nullable Duration after) {
        this.firstAction = after;
        return this;
    }

    Drilled signs(Signs seen) {
        this.signs = seen;
        return this;
    }

    Drilled hints(Integer... levels) {
        return signs(new Signs(true, false, false, false, false, false, List.of(levels), List.of(), 0));
    }

    Drilled runbook(@Nullable String where) {
        this.runbook = where;
        return this;
    }

    Drilled debriefed(Debrief said) {
        this.debrief = said;
        return this;
    }

    Drilled decided(ActionItem... actions) {
        return debriefed(said(List.of(), List.of(actions)));
    }

    Drilled asked(KnowledgeGap... gaps) {
        return debriefed(said(List.of(gaps), List.of()));
    }

    private static Debrief said(List<KnowledgeGap> gaps, List<ActionItem> actions) {
        return new Debrief(
                "cem", null, false, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), gaps,
                actions);
    }

    DrillResult result() {
        boolean recovered =
                outcome == Outcome.RECOVERED || outcome == Outcome.RECOVERED_LATE || outcome == Outcome.SELF_HEALED;
        return new DrillResult(
                id,
                scenario,
                "The title of " + scenario,
                service,
                incidentClass,
                "prod",
                "Deployment shop/" + service,
                opened,
                excluded,
                hero,
                outcome,
                new Evidence(worth, "Because."),
                lead,
                new ArrayList<>(acted),
                rescuers,
                new Timed(Duration.ofMinutes(1), true),
                new Timed(Duration.ofMinutes(2), true),
                new Timed(Duration.ofMinutes(9), recovered),
                Duration.ofMinutes(20),
                outcome == Outcome.NOT_RECOVERED,
                new Objectives(Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(15)),
                firstAction,
                signs,
                runbook,
                debrief,
                null);
    }
}
