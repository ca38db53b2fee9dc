package dev.understudy.playbook;

import dev.understudy.independence.ClassTally;
import dev.understudy.independence.Judgement;
import dev.understudy.playbook.ImprovementPlan.FollowUp;
import dev.understudy.playbook.ImprovementPlan.State;
import dev.understudy.roster.ServiceEntry;
import dev.understudy.scenario.Participants.HeroRole;
import dev.understudy.wording.Words;
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

    /** Returns all, in the order in which they were thought of: no more than needed ones and what fills the plan. */
    List<Wish> all() {
        heroes.forEach(this::stale);
        retests.forEach(this::again);
        fill();
        return gathered;
    }

    /** Asks for required classes that no fresh pass covers. */
    private void stale(String hero) {
        Optional<Judgement> judgement = ground.judgement(service.name(), hero);
        for (String required : service.requiredClasses()) {
            stale(judgement, required)
                    .filter(_ -> !accepted(hero, required))
                    .ifPresent(reason ->
                            add(new Family(service.name(), required), hero, "without " + hero + ": " + reason));
        }
    }

    private void again(FollowUp action) {
        ground.library().stream()
                .filter(s -> s.name().equals(action.retest()))
                .findFirst()
                .ifPresent(s -> again(action, s));
    }

    /** One drill may re-test several actions, once the last of them is due. */
    private void again(FollowUp action, LibraryScenario scenario) {
        LocalDate from = action.due().isAfter(calendar.from()) ? action.due() : LocalDate.MIN;
        String reason = "re-tests '" + action.title() + "' once it is done, due " + action.due();
        for (int i = 0; i < gathered.size() && !from.isAfter(calendar.to()); i++) {
            Wish wish = gathered.get(i);
            boolean waits = !wish.from().equals(LocalDate.MIN);
            if (wish.drills(scenario) && within(wish) && (waits || from.equals(LocalDate.MIN))) {
                wish.heroes().addAll(scenario.excluded());
                wish.reasons().add(reason);
                gathered.set(i, wish.notBefore(from));
                return;
            }
        }
        int copy = Math.toIntExact(
                gathered.stream().filter(w -> w.drills(scenario)).count());
        gathered.add(new Wish(
                new Family(scenario.service(), scenario.incidentClass()),
                scenario,
                copy,
                from,
                new TreeSet<>(scenario.excluded()),
                new LinkedHashSet<>(List.of(reason))));
    }

    /** Passes that verdicts lack, hero by hero and class by class, as long as the plan has room for them. */
    private void fill() {
        boolean grown = true;
        while (grown) {
            grown = false;
            for (String hero : heroes) {
                Optional<Family> next = room() && asked(hero) < needed(hero) ? next(hero) : Optional.empty();
                next.ifPresent(family -> add(family, hero, lacking(hero)));
                grown |= next.isPresent();
            }
        }
    }

    private boolean room() {
        long weeks = calendar.days().stream().map(calendar::week).distinct().count();
        long wished =
                gathered.stream().filter(w -> w.scenario() != null && within(w)).count();
        return wished < Math.min(weeks, calendar.terms().perService());
    }

    private boolean within(Wish wish) {
        return !wish.from().isAfter(calendar.to());
    }

    private long asked(String hero) {
        return gathered.stream()
                .filter(w -> w.heroes().contains(hero) && within(w))
                .count();
    }

    private int needed(String hero) {
        return ground.judgement(service.name(), hero)
                .map(j -> j.sum().needed())
                .orElse(ground.question().thresholds().minimum());
    }

    private String lacking(String hero) {
        return ground.judgement(service.name(), hero)
                .map(j -> "without " + hero + " " + service.name() + " lacks " + Words.listed(j.missing()))
                .orElse(service.name() + " was never drilled without " + hero);
    }

    /** The class that is asked for least; then one that was never passed, then the stalest. */
    private Optional<Family> next(String hero) {
        Staleness staleness = new Staleness(ground);
        return drillable(hero).stream()
                .min(Comparator.comparingLong((Family f) -> gathered.stream()
                                .filter(w -> w.family().equals(f) && w.heroes().contains(hero))
                                .count())
                        .thenComparing(f -> -staleness.of(f, Set.of(hero))));
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

    /** Returns the required classes, or all where none is; nothing once the dependence in all of them is accepted. */
    private List<Family> drillable(String hero) {
        List<Family> families = new Families(ground)
                .planned().stream()
                        .filter(f -> f.service().equals(service.name())
                                && !candidates(f, hero).isEmpty())
                        .toList();
        List<Family> required = families.stream()
                .filter(f -> service.requiredClasses().contains(f.incidentClass()))
                .toList();
        List<Family> asked = required.isEmpty() ? families : required;
        return asked.stream().allMatch(f -> accepted(hero, f.incidentClass())) ? List.of() : asked;
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

    private void add(Family family, String hero, String reason) {
        LibraryScenario scenario = candidates(family, hero).stream()
                .min(Comparator.comparingInt(s -> copies(s, hero)))
                .orElse(null);
        int copy = scenario == null ? 0 : copies(scenario, hero);
        for (Wish wish : gathered) {
            if (wish.same(family, scenario, copy)) {
                wish.heroes().add(hero);
                wish.reasons().add(reason);
                return;
            }
        }
        gathered.add(new Wish(
                family,
                scenario,
                copy,
                LocalDate.MIN,
                new TreeSet<>(Set.of(hero)),
                new LinkedHashSet<>(List.of(reason))));
    }

    private int copies(LibraryScenario scenario, String hero) {
        return Math.toIntExact(gathered.stream()
                .filter(w -> w.drills(scenario) && w.heroes().contains(hero))
                .count());
    }
}
