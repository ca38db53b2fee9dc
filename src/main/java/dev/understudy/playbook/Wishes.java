package dev.understudy.playbook;

import dev.understudy.independence.ClassTally;
import dev.understudy.independence.Judgement;
import dev.understudy.playbook.ImprovementPlan.FollowUp;
import dev.understudy.playbook.ImprovementPlan.State;
import dev.understudy.roster.ServiceEntry;
import dev.understudy.scenario.Participants.HeroRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gathers what is asked of one service; two wishes for the same drill become one with the reasons of both. */
final class Wishes {
    private final Groundwork ground;
    private final RotationCalendar calendar;
    private final ServiceEntry service;
    private final Collection<String> heroes;
    private final List<FollowUp> retests;
    private final List<Wish> gathered = new ArrayList<>();

    Wishes(Groundwork ground, RotationCalendar calendar, ServiceEntry service, Collection<String> heroes) {
        this.ground = ground;
        this.calendar = calendar;
        this.service = service;
        this.heroes = heroes;
        this.retests = new FollowUps(ground)
                .all().stream()
                        .filter(f -> f.service().equals(service.name()) && f.state() != State.FIXED)
                        .filter(f -> f.retested() == null)
                        .toList();
    }

    /** Returns all, in the order in which they were thought of. */
    List<Wish> all() {
        heroes.forEach(this::without);
        for (FollowUp action : retests) {
            ground.library().stream()
                    .filter(s -> s.name().equals(action.retest()))
                    .findFirst()
                    .ifPresent(s -> add(
                            new Family(s.service(), s.incidentClass()),
                            s,
                            0,
                            s.excluded(),
                            "re-tests '" + action.title() + "', due " + action.due()));
        }
        return gathered;
    }

    /** Stale required classes first; then as many more passes as the verdict lacks, class after class. */
    private void without(String hero) {
        Optional<Judgement> judgement = ground.judgement(service.name(), hero);
        List<Family> asked = new ArrayList<>();
        for (String required : service.requiredClasses()) {
            Family family = new Family(service.name(), required);
            stale(judgement, required).filter(_ -> !accepted(hero, required)).ifPresent(reason -> {
                asked.add(family);
                add(family, hero, asked, "without " + hero + ": " + reason);
            });
        }
        List<Family> drillable = drillable(hero);
        int needed = judgement
                .map(j -> j.sum().needed())
                .orElse(ground.question().thresholds().minimum());
        String lacking = judgement
                .map(j -> "without " + hero + " " + service.name() + " lacks " + Phrases.names(j.missing()))
                .orElse(service.name() + " was never drilled without " + hero);
        for (int more = 0; asked.size() < needed && !drillable.isEmpty(); more++) {
            Family family = drillable.get(more % drillable.size());
            asked.add(family);
            add(family, hero, asked, lacking);
        }
    }

    /** Returns why a class needs a pass before the plan ends; empty when the last one stays fresh. */
    private Optional<String> stale(Optional<Judgement> judgement, String required) {
        Optional<Instant> passed = judgement.stream()
                .flatMap(j -> j.classes().stream())
                .filter(c -> c.incidentClass().equals(required))
                .map(ClassTally::latestPass)
                .filter(Objects::nonNull)
                .findFirst();
        if (passed.isEmpty()) {
            return Optional.of("no pass of " + required + " yet");
        }
        LocalDate until =
                Groundwork.day(passed.get().plus(ground.question().thresholds().fresh()));
        return until.isAfter(calendar.to())
                ? Optional.empty()
                : Optional.of(
                        "the pass of " + required + " on " + Groundwork.day(passed.get()) + " is fresh until " + until);
    }

    private List<Family> drillable(String hero) {
        List<Family> families = new Families(ground)
                .planned().stream()
                        .filter(f -> f.service().equals(service.name()) && !accepted(hero, f.incidentClass()))
                        .filter(f -> !candidates(f, hero).isEmpty())
                        .toList();
        List<Family> ordered = new ArrayList<>(families);
        ordered.sort(Comparator.comparing(f -> !service.requiredClasses().contains(f.incidentClass())));
        return ordered;
    }

    private boolean accepted(String hero, String incidentClass) {
        return service.specialties().stream()
                .anyMatch(s -> s.responder().equals(hero)
                        && Dependencies.covers(s, incidentClass)
                        && !s.until().isBefore(calendar.to()));
    }

    /** Prefers what an action wants to see again, then what was drilled longest ago, then the name. */
    private List<LibraryScenario> candidates(Family family, String hero) {
        return ground.scenarios(family).stream()
                .filter(s -> s.excluded().contains(hero) && s.hero() == HeroRole.ABSENT)
                .sorted(Comparator.comparing((LibraryScenario s) ->
                                retests.stream().noneMatch(f -> f.retest().equals(s.name())))
                        .thenComparing(s -> ground.lastDrilled(s.name()))
                        .thenComparing(LibraryScenario::name))
                .toList();
    }

    private void add(Family family, String hero, List<Family> asked, String reason) {
        List<LibraryScenario> candidates = candidates(family, hero);
        int before = (int) asked.stream().filter(family::equals).count() - 1;
        if (candidates.isEmpty()) {
            add(family, null, before, Set.of(hero), reason);
        } else {
            LibraryScenario scenario = candidates.get(before % candidates.size());
            add(family, scenario, before / candidates.size(), Set.of(hero), reason);
        }
    }

    private void add(Family family, @Nullable LibraryScenario scenario, int copy, Set<String> without, String reason) {
        for (Wish wish : gathered) {
            if (wish.same(family, scenario, copy)) {
                wish.heroes().addAll(without);
                wish.reasons().add(reason);
                return;
            }
        }
        gathered.add(new Wish(family, scenario, copy, new TreeSet<>(without), new LinkedHashSet<>(List.of(reason))));
    }
}
