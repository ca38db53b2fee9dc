package dev.understudy.playbook;

import dev.understudy.independence.DrillResult;
import dev.understudy.playbook.RotationProblem.Job;
import dev.understudy.playbook.RotationProblem.Slot;
import dev.understudy.playbook.RotationProblem.Start;
import dev.understudy.roster.Responder;
import dev.understudy.roster.ServiceEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names the people, services, families and scenarios of a rotation by numbers, and back. */
final class RotationCast {
    private final Groundwork ground;
    private final RotationCalendar calendar;
    private final List<Demand> demands;
    private final List<String> people;
    private final List<String> services;
    private final List<Family> families;
    private final List<String> scenarios;

    /**
     * @param demands those that can have a place, the most needed first
     */
    RotationCast(Groundwork ground, RotationCalendar calendar, List<Demand> demands) {
        this.ground = ground;
        this.calendar = calendar;
        this.demands = List.copyOf(demands);
        this.people = ground.roster().responders().stream()
                .map(Responder::name)
                .sorted()
                .toList();
        this.services = ground.services().stream().map(ServiceEntry::name).toList();
        this.families = new Families(ground).planned();
        this.scenarios = ground.library().stream().map(LibraryScenario::name).toList();
    }

    List<Demand> demands() {
        return demands;
    }

    String person(int number) {
        return people.get(number);
    }

    int person(String name) {
        return people.indexOf(name);
    }

    RotationProblem problem() {
        List<Job> jobs = demands.stream().map(this::job).toList();
        Set<Integer> candidates = new TreeSet<>();
        jobs.forEach(job -> candidates.addAll(job.eligible()));
        RotationTerms terms = calendar.terms();
        return new RotationProblem(
                calendar.days().stream()
                        .map(day -> new Slot(calendar.week(day), day, free(day)))
                        .toList(),
                jobs,
                List.copyOf(candidates),
                start(),
                services.stream().map(ground::criticality).toList(),
                terms.weeks(),
                terms.rest(),
                terms.qualified());
    }

    private Set<Integer> free(LocalDate day) {
        return ground.roster().responders().stream()
                .filter(r -> RotationCalendar.free(r, day))
                .map(r -> person(r.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Job job(Demand demand) {
        LibraryScenario scenario = Objects.requireNonNull(demand.scenario());
        Collection<String> eligible = new TreeSet<>(ground.persons(scenario.team()));
        eligible.removeAll(scenario.excluded());
        return new Job(
                services.indexOf(demand.need().service()),
                families.indexOf(demand.family()),
                scenarios.indexOf(scenario.name()),
                Math.max(1, Math.round(demand.need().weight() * 1_000_000)),
                demand.from(),
                numbers(eligible),
                numbers(scenario.excluded()));
    }

    private List<Integer> numbers(Collection<String> names) {
        return names.stream().map(this::person).filter(n -> n >= 0).sorted().toList();
    }

    private Start start() {
        Ladder ladder = new Ladder(ground);
        List<List<Rung>> rungs = people.stream()
                .map(p -> families.stream()
                        .map(f -> Ladder.highest(ladder.shown(f, p)))
                        .toList())
                .toList();
        return new Start(
                rungs,
                services.stream().map(s -> qualified(s, rungs)).toList(),
                people.stream().map(this::led).toList(),
                people.stream().map(this::lastLed).toList(),
                scenarios.size());
    }

    private Set<Integer> qualified(String service, List<List<Rung>> rungs) {
        return IntStream.range(0, people.size())
                .filter(p -> IntStream.range(0, families.size())
                        .anyMatch(f -> families.get(f).service().equals(service)
                                && rungs.get(p).get(f) == Rung.LEADS_ALONE))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<Integer> led(String person) {
        return ground.drills().stream()
                .filter(d -> person.equals(d.lead()) && scenarios.contains(d.scenario()))
                .map(d -> scenarios.indexOf(d.scenario()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private int lastLed(String person) {
        return ground.drills().stream()
                .filter(d -> person.equals(d.lead()))
                .map(DrillResult::opened)
                .mapToInt(at -> calendar.week(Groundwork.day(at)))
                .max()
                .orElse(RotationProblem.NEVER);
    }

    /** Returns the names of people with these numbers, by name. */
    List<String> names(Collection<Integer> numbers) {
        return new ArrayList<>(numbers).stream().sorted().map(this::person).toList();
    }

    /** Returns who of the people has led a service without its hero, by name. */
    List<String> qualified(Skills skills, String service) {
        int number = services.indexOf(service);
        return names(IntStream.range(0, people.size())
                .filter(p -> skills.qualified(p, number))
                .boxed()
                .toList());
    }
}
