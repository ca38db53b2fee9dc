package dev.understudy.independence;

import dev.understudy.debrief.ActionItem;
import dev.understudy.debrief.Debrief;
import dev.understudy.drill.Evidence;
import dev.understudy.drill.Evidence.Worth;
import dev.understudy.drill.Outcome;
import dev.understudy.independence.DrillResult.Before;
import dev.understudy.independence.DrillResult.Signs;
import dev.understudy.scenario.Participants.HeroRole;
import dev.understudy.scenario.Scenario.Objectives;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A drill of checkout without ana, in class bad-deploy, ten days before now, until told otherwise. */
final class ADrill {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final String name;
    private final Outcome outcome;
    private String service = "checkout";
    private String incidentClass = "bad-deploy";
    private String scenario = "checkout-bad-image";
    private Instant opened = NOW.minus(Duration.ofDays(10));
    private Set<String> excluded = Set.of("ana");
    private HeroRole hero = HeroRole.ABSENT;
    private Worth worth = Worth.DRILL;
    private @Nullable String lead = "bo";
    private @Nullable Timed recover = new Timed(Duration.ofMinutes(10), true);
    private List<String> rescuers = List.of();
    private @Nullable Timed acknowledge = new Timed(Duration.ofMinutes(2), true);
    private @Nullable Debrief debrief;
    private boolean timedOut;
    private @Nullable Before before;

    private ADrill(String name, Outcome outcome) {
        this.name = name;
        this.outcome = outcome;
        this.timedOut = outcome == Outcome.NOT_RECOVERED;
    }

    static ADrill that(String name, Outcome outcome) {
        ADrill drill = new ADrill(name, outcome);
        drill.worth = outcome.valid() ? Worth.DRILL : Worth.NONE;
        if (outcome == Outcome.SELF_HEALED) {
            drill.lead = null;
        }
        return drill;
    }

    ADrill at(String service) {
        this.service = service;
        return this;
    }

    ADrill of(String incidentClass) {
        this.incidentClass = incidentClass;
        return this;
    }

    ADrill scenario(String scenario) {
        this.scenario = scenario;
        return this;
    }

    ADrill daysAgo(int days) {
        this.opened = NOW.minus(Duration.ofDays(days));
        return this;
    }

    ADrill without(String... excluded) {
        this.excluded = Set.of(excluded);
        return this;
    }

    ADrill hero(HeroRole hero) {
        this.hero = hero;
        return this;
    }

    ADrill worth(Worth worth) {
        this.worth = worth;
        return this;
    }

    ADrill led(@Nullable String lead) {
        this.lead = lead;
        return this;
    }

    ADrill took(int minutes, boolean happened) {
        this.recover = new Timed(Duration.ofMinutes(minutes), happened);
        return this;
    }

    ADrill stoppedAfter(int minutes) {
        this.timedOut = false;
        return took(minutes, false);
    }

    ADrill acknowledged(@Nullable Timed acknowledge) {
        this.acknowledge = acknowledge;
        return this;
    }

    ADrill rescuedBy(String... who) {
        this.rescuers = List.of(who);
        return this;
    }

    ADrill withoutImpact() {
        this.recover = null;
        return this;
    }

    ADrill action(String title, boolean blocking, boolean done) {
        ActionItem item = new ActionItem(title, "bo", LocalDate.of(2026, 12, 1), blocking, done, null, null);
        List<String> none = List.of();
        this.debrief = new Debrief(
                "cy", null, true, List.of(), List.of(), List.of(), none, none, none, none, List.of(), List.of(item));
        return this;
    }

    /** Its latest debrief was held so many days ago, and before that it said something else. */
    ADrill debriefed(int daysAgo, ADrill before) {
        this.before = new Before(NOW.minus(Duration.ofDays(daysAgo)), before.result());
        return this;
    }

    DrillResult result() {
        return new DrillResult(
                name,
                scenario,
                "A bad image",
                service,
                incidentClass,
                "production",
                "Deployment shop/checkout",
                opened,
                excluded,
                hero,
                outcome,
                new Evidence(worth, "as told"),
                lead,
                lead == null ? List.of() : List.of(lead),
                rescuers,
                new Timed(Duration.ofMinutes(1), true),
                acknowledge,
                recover,
                Duration.ofMinutes(45),
                timedOut,
                new Objectives(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15)),
                null,
                new Signs(true, false, false, false, false, true, List.of(), List.of(), 0),
                null,
                debrief,
                before);
    }
}
