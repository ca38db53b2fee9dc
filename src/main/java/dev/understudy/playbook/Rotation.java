package dev.understudy.playbook;

import dev.understudy.playbook.RotationCourse.Seat;
import dev.understudy.playbook.RotationPlan.Leads;
import dev.understudy.playbook.RotationPlan.PlannedDrill;
import dev.understudy.playbook.RotationPlan.Unplanned;
import dev.understudy.playbook.RotationSearch.Found;
import dev.understudy.roster.ServiceEntry;
import dev.understudy.schedule.Window;
import dev.understudy.wording.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Plans the rotation: gathers what is needed, searches, and says why. */
final class Rotation {
    private final Groundwork ground;
    private final RotationCalendar calendar;

    Rotation(Groundwork ground, RotationTerms terms) {
        this.ground = ground;
        this.calendar = RotationCalendar.of(ground.roster(), ground.today(), terms);
    }

    RotationPlan plan() {
        List<Demand> all = new Demands(ground, calendar).all();
        RotationCast cast = new RotationCast(
                ground,
                calendar,
                all.stream().filter(d -> d.obstacle().isEmpty()).toList());
        RotationProblem problem = cast.problem();
        Found found = new RotationSearch(problem, RotationSearch.STEPS).run();
        RotationReasons reasons = new RotationReasons(ground, cast, problem, found.course());
        List<PlannedDrill> planned = found.course().held().stream()
                .map(seat -> planned(seat, cast, problem, reasons))
                .toList();
        return new RotationPlan(
                calendar.from(),
                calendar.to(),
                calendar.terms(),
                found.exact(),
                method(found),
                Goals.of(found.course().score()),
                planned,
                unplanned(all, cast, found.course(), reasons),
                new Remainder(ground, calendar).after(planned),
                calendar.blocked(),
                leads(cast, problem, found.course(), all));
    }

    private static String method(Found found) {
        String steps = Words.count(found.steps(), "step") + " of branch and bound";
        return found.exact()
                ? "Exact: " + steps + " left no plan that could be better."
                : "A good plan, not proven best: found by greed and mending, and " + steps
                        + " found none better, but did not try everything.";
    }

    private PlannedDrill planned(Seat seat, RotationCast cast, RotationProblem problem, RotationReasons reasons) {
        Demand demand = cast.demands().get(seat.job());
        LocalDate day = problem.slots().get(seat.slot()).day();
        Window window = calendar.window(day);
        return new PlannedDrill(
                calendar.week(day) + 1,
                day,
                window.from(),
                window.to(),
                demand.need(),
                seat.mode(),
                cast.person(seat.lead()),
                name(cast, seat.observer()),
                name(cast, seat.shadow()),
                Objects.requireNonNull(demand.scenario()).excluded().stream()
                        .sorted()
                        .toList(),
                reasons.why(seat),
                reasons.others(seat));
    }

    private static @Nullable String name(RotationCast cast, int person) {
        return person == RotationProblem.NOBODY ? null : cast.person(person);
    }

    private static List<Unplanned> unplanned(
            List<Demand> all, RotationCast cast, RotationCourse course, RotationReasons reasons) {
        List<Unplanned> unplanned = new ArrayList<>();
        all.stream()
                .filter(d -> !d.obstacle().isEmpty())
                .forEach(d -> unplanned.add(new Unplanned(d.need(), d.obstacle())));
        for (int job = 0; job < cast.demands().size(); job++) {
            if (!course.planned(job)) {
                unplanned.add(new Unplanned(cast.demands().get(job).need(), reasons.homeless(job)));
            }
        }
        unplanned.sort(
                Comparator.comparingDouble((Unplanned u) -> u.need().weight()).reversed());
        return unplanned;
    }

    private List<Leads> leads(RotationCast cast, RotationProblem problem, RotationCourse course, List<Demand> all) {
        Skills before = new Skills(problem.start());
        return ground.services().stream()
                .map(ServiceEntry::name)
                .sorted()
                .map(service -> leads(
                        service,
                        cast.qualified(before, service),
                        cast.qualified(course.skills(), service),
                        all.stream()
                                .filter(d -> d.need().service().equals(service))
                                .toList()))
                .toList();
    }

    private Leads leads(String service, List<String> before, List<String> after, List<Demand> demands) {
        int lacking = calendar.terms().qualified() - after.size();
        return new Leads(service, before, after, lacking <= 0, lacking <= 0 ? "" : because(lacking, demands));
    }

    private String because(int lacking, List<Demand> demands) {
        SortedSet<String> eligible = new TreeSet<>();
        demands.stream().map(Demand::scenario).filter(Objects::nonNull).forEach(scenario -> {
            eligible.addAll(ground.persons(scenario.team()));
            eligible.removeAll(scenario.excluded());
        });
        String who = lacking == 1 ? "One more person is" : lacking + " more people are";
        if (demands.isEmpty()) {
            return who + " needed, but nothing asks for a drill.";
        }
        if (eligible.isEmpty()) {
            return who + " needed, but nobody may lead one of its drills.";
        }
        return who + " needed; " + Words.listed(eligible)
                + (eligible.size() == 1 ? " is the only one who" : " are those who") + " may lead one of its drills.";
    }
}
