package dev.understudy.playbook;

import dev.understudy.independence.ServiceAssessment;
import dev.understudy.playbook.RotationPlan.Need;
import dev.understudy.roster.ServiceEntry;
import dev.understudy.wording.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which drills a plan's weeks need, and how much: what verdicts lack, what goes stale, what actions ask to see again. */
final class Demands {
    private final Groundwork ground;
    private final RotationCalendar calendar;
    private final Staleness staleness;

    Demands(Groundwork ground, RotationCalendar calendar) {
        this.ground = ground;
        this.calendar = calendar;
        this.staleness = new Staleness(ground);
    }

    /** Returns all, the most needed first. */
    List<Demand> all() {
        return ground.services().stream()
                .flatMap(service -> of(service).stream())
                .sorted(Comparator.comparingDouble((Demand d) -> d.need().weight())
                        .reversed())
                .toList();
    }

    private List<Demand> of(ServiceEntry service) {
        List<Wish> wishes = new ArrayList<>(new Wishes(ground, calendar, service, heroes(service.name())).all());
        wishes.sort(Comparator.comparingDouble((Wish w) -> staleness.of(w.family(), w.heroes()))
                .reversed()
                .thenComparing(Wish::copy));
        List<Demand> demands = new ArrayList<>();
        int places = 0;
        for (Wish wish : wishes) {
            String obstacle = obstacle(service, wish, places);
            demands.add(new Demand(need(service, wish, places + 1), wish.scenario(), wish.from(), obstacle));
            places += obstacle.isEmpty() ? 1 : 0;
        }
        return demands;
    }

    private Need need(ServiceEntry service, Wish wish, int place) {
        int criticality = ground.criticality(service.name());
        double stale = staleness.of(wish.family(), wish.heroes());
        String found = "criticality " + criticality + " x staleness " + Words.figure(stale) + " ("
                + staleness.words(wish.family(), wish.heroes()) + ") / " + place;
        return new Need(
                service.name(),
                wish.family().incidentClass(),
                wish.scenario() == null ? null : wish.scenario().name(),
                criticality * stale / place,
                found,
                List.copyOf(wish.reasons()));
    }

    private String obstacle(ServiceEntry service, Wish wish, int places) {
        LibraryScenario scenario = wish.scenario();
        if (scenario == null) {
            return "The library has no scenario of " + wish.family().words() + " that excludes "
                    + Words.listed(wish.heroes()) + ".";
        }
        if (ground.persons(scenario.team()).stream()
                .allMatch(p -> scenario.excluded().contains(p))) {
            return "Nobody of team " + scenario.team() + " but the excluded could lead it.";
        }
        if (wish.from().isAfter(calendar.to())) {
            return "What it re-tests is due after the plan ends.";
        }
        int most = calendar.terms().perService();
        return places >= most
                ? "The plan holds no more than " + most + " drills of " + service.name() + ", and has needed ones."
                : "";
    }

    /** Returns everybody without whom the service is judged or could be drilled, by name. */
    SortedSet<String> heroes(String service) {
        SortedSet<String> heroes = new TreeSet<>();
        ground.library().stream().filter(s -> s.service().equals(service)).forEach(s -> heroes.addAll(s.excluded()));
        ground.assessment().services().stream()
                .filter(s -> s.service().equals(service))
                .map(ServiceAssessment::judgements)
                .flatMap(List::stream)
                .forEach(j -> heroes.addAll(j.excluded()));
        return heroes;
    }
}
