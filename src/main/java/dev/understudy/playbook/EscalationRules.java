package dev.understudy.playbook;

import dev.understudy.playbook.KnowledgePack.Escalation;
import dev.understudy.playbook.KnowledgePack.OpenGap;
import dev.understudy.roster.ServiceEntry;
import dev.understudy.scenario.Scenario.Objectives;
import dev.understudy.wording.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/** Says whom to turn to and when. Emergency contacts are kept in scenarios and never come here. */
final class EscalationRules {
    private final Groundwork ground;

    EscalationRules(Groundwork ground) {
        this.ground = ground;
    }

    Escalation of(Family family, List<OpenGap> open) {
        String team = ground.service(family.service()).map(ServiceEntry::team).orElse(null);
        List<String> rules = new ArrayList<>();
        rules.add(
                team == null
                        ? "The roster does not say who answers for " + family.service() + "."
                        : "Team " + team + " is paged: " + Words.names(ground.persons(team)) + ".");
        shortest(family, Objectives::acknowledge)
                .ifPresent(limit -> rules.add(
                        "Nobody has taken it after " + Words.roughly(limit) + ": page the others of the team."));
        shortest(family, Objectives::recover)
                .ifPresent(limit -> rules.add("It does not recover within " + Words.roughly(limit)
                        + ": say so, and bring in somebody who has led one of these."));
        rules.addAll(onlyExcluded(open));
        escalated(family).ifPresent(rules::add);
        return new Escalation(team, rules);
    }

    private Optional<Duration> shortest(Family family, Function<Objectives, Duration> which) {
        return ground.scenarios(family).stream()
                .map(LibraryScenario::objectives)
                .map(which)
                .min(Comparator.naturalOrder());
    }

    private static List<String> onlyExcluded(List<OpenGap> open) {
        return open.stream()
                .filter(OpenGap::onlyExcluded)
                .map(OpenGap::asked)
                .distinct()
                .map(asked -> "Only an excluded responder could answer '" + asked
                        + "': until that is written down, ask early.")
                .toList();
    }

    private Optional<String> escalated(Family family) {
        SortedMap<Integer, Long> levels = ground.history().escalations().get(family.service());
        if (levels == null) {
            return Optional.empty();
        }
        long all = levels.values().stream().mapToLong(Long::longValue).sum();
        long up = levels.entrySet().stream()
                .filter(level -> level.getKey() > 0)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return Optional.of("Of " + Words.count(all, "incident") + " of " + family.service() + ", " + up
                + " went up at least one level.");
    }
}
