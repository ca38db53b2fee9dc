package dev.understudy.playbook;

import dev.understudy.playbook.RotationCourse.Bar;
import dev.understudy.playbook.RotationCourse.Seat;
import dev.understudy.playbook.RotationPlan.Mode;
import dev.understudy.playbook.RotationPlan.PassedOver;
import dev.understudy.playbook.RotationProblem.Job;
import dev.understudy.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says why a rotation is as it is: why this person and not another, and why a drill has no place. */
final class RotationReasons {
    private final Groundwork ground;
    private final RotationCast cast;
    private final RotationProblem problem;
    private final RotationCourse course;

    RotationReasons(Groundwork ground, RotationCast cast, RotationProblem problem, RotationCourse course) {
        this.ground = ground;
        this.cast = cast;
        this.problem = problem;
        this.course = course;
    }

    /** Returns why this person leads. */
    String why(Seat seat) {
        Demand demand = cast.demands().get(seat.job());
        String service = demand.need().service();
        String lead = cast.person(seat.lead());
        if (seat.mode() == Mode.WITH_SUPPORT) {
            return lead + " has not led a drill of " + demand.family().words() + " yet, so leads it with support.";
        }
        return seat.first()
                ? "It is the first of " + service + " that " + lead + " leads without its hero."
                : lead + " may lead it alone, and with that leads stay as even as they can be.";
    }

    /** Returns everybody else of the team, by name, and why not they. */
    List<PassedOver> others(Seat seat) {
        LibraryScenario scenario =
                Objects.requireNonNull(cast.demands().get(seat.job()).scenario());
        RotationCourse before = before(seat.slot());
        List<PassedOver> others = new ArrayList<>();
        for (String name : ground.persons(scenario.team())) {
            int person = cast.person(name);
            if (person != seat.lead()) {
                Optional<String> bar =
                        before.bar(seat.slot(), seat.job(), person).map(b -> barred(b, seat.job(), person, before));
                others.add(new PassedOver(name, bar.orElseGet(() -> worse(seat, person)), bar.isPresent()));
            }
        }
        return others;
    }

    private RotationCourse before(int slot) {
        RotationCourse before = new RotationCourse(problem);
        course.held().stream()
                .filter(seat -> seat.slot() < slot)
                .forEach(seat -> before.hold(seat.slot(), seat.job(), seat.lead()));
        return before;
    }

    private String barred(Bar bar, int job, int person, RotationCourse before) {
        return switch (bar) {
            case SERVICE_BUSY -> "the service is drilled in that week already";
            case TOO_EARLY -> "what it re-tests is due later";
            case NOT_ELIGIBLE -> "excluded by the scenario";
            // the days of a leave are nobody's business on a page
            case NOT_FREE -> "not free that day";
            case RESTING ->
                "leads less than " + Words.count(problem.rest(), "week") + " before"
                        + before.held().stream()
                                .filter(seat -> seat.lead() == person)
                                .reduce((_, later) -> later)
                                .map(seat -> ", on "
                                        + problem.slots().get(seat.slot()).day())
                                .orElse("");
            case NO_SUPPORT ->
                "has taken part in no drill of "
                        + cast.demands().get(job).family().words() + " yet, and nobody could be at hand";
        };
    }

    /** Says by which goal the plan would be worse with somebody else in one place and everything else as it is. */
    private String worse(Seat seat, int person) {
        List<@Nullable RotationChoice> choices =
                RotationMending.with(RotationChoice.of(course), seat.slot(), new RotationChoice(seat.job(), person));
        return RotationChoice.unfold(problem, choices)
                .map(other -> Goals.difference(other.score(), course.score()))
                .orElseGet(() -> conflict(seat, person));
    }

    private String conflict(Seat seat, int person) {
        return course.held().stream()
                .filter(later -> later.slot() > seat.slot() && later.lead() == person)
                .findFirst()
                .map(later -> "leads on " + problem.slots().get(later.slot()).day() + ", and that is less than "
                        + Words.count(problem.rest(), "week") + " later")
                .orElse("a later drill of the plan could not be held as it is");
    }

    /** Returns why a needed drill has no place. */
    String homeless(int job) {
        List<Integer> empty = new ArrayList<>();
        for (int slot = 0; slot < problem.slots().size(); slot++) {
            int at = slot;
            if (course.held().stream().noneMatch(seat -> seat.slot() == at)) {
                empty.add(slot);
            }
        }
        if (empty.isEmpty()) {
            return problem.slots().isEmpty()
                    ? "No day of the plan is left by the blackouts."
                    : "All " + Words.count(problem.slots().size(), "day")
                            + " are taken by drills that are needed more.";
        }
        return "On the " + Words.count(empty.size(), "day") + " left nobody may lead it: " + bars(job, empty) + ".";
    }

    private String bars(int job, List<Integer> empty) {
        Job what = problem.jobs().get(job);
        Map<String, Integer> days = new TreeMap<>();
        for (int slot : empty) {
            for (int person : what.eligible()) {
                String bar =
                        bar(slot, job, person).map(RotationReasons::shortly).orElse("needed elsewhere");
                String text = bar.startsWith("the service") || bar.startsWith("what it")
                        ? bar
                        : cast.person(person) + " " + bar;
                days.merge(text, 1, Integer::sum);
            }
        }
        return days.entrySet().stream()
                .map(e -> e.getKey() + " (" + e.getValue() + ")")
                .reduce((a, b) -> a + ", " + b)
                .orElse("nobody is eligible");
    }

    /** Rest counts in both directions: a lead now must not come too close to a later one. */
    private Optional<Bar> bar(int slot, int job, int person) {
        int week = problem.slots().get(slot).week();
        boolean later = course.held().stream()
                .anyMatch(seat -> seat.slot() > slot
                        && seat.lead() == person
                        && problem.slots().get(seat.slot()).week() - week < problem.rest());
        int service = problem.jobs().get(job).service();
        boolean sameWeek = course.held().stream()
                .anyMatch(seat -> problem.jobs().get(seat.job()).service() == service
                        && problem.slots().get(seat.slot()).week() == week);
        Optional<Bar> before =
                sameWeek ? Optional.of(Bar.SERVICE_BUSY) : before(slot).bar(slot, job, person);
        return before.isEmpty() && later ? Optional.of(Bar.RESTING) : before;
    }

    private static String shortly(Bar bar) {
        return switch (bar) {
            case SERVICE_BUSY -> "the service is drilled in that week";
            case TOO_EARLY -> "what it re-tests is due later";
            case NOT_ELIGIBLE -> "is excluded";
            case NOT_FREE -> "is not free";
            case RESTING -> "rests between leads";
            case NO_SUPPORT -> "has no support";
        };
    }
}
