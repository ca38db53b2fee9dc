package dev.understudy.playbook;

import dev.understudy.playbook.RotationProblem.Job;
import java.util.ArrayList;
import java.util.List;

/**
 * The best that can still come of a rotation that is decided up to a slot. Each figure is one that no way to go on can
 * beat; the two of fairness hold for ways whose lateness is the least possible, and others have lost by then.
 */
final class RotationBound {
    private final RotationProblem problem;

    RotationBound(RotationProblem problem) {
        this.problem = problem;
    }

    RotationScore of(RotationCourse course, int nextSlot) {
        Late byWeight = byWeight(course, nextSlot);
        Late byService = byService(course, nextSlot);
        Late late = byWeight.least() >= byService.least() ? byWeight : byService;
        long shortfall = 0;
        long gains = 0;
        for (int service = 0; service < problem.criticality().size(); service++) {
            int gain = gain(course, service, nextSlot);
            gains += gain;
            int lacking = problem.target() - course.skills().qualified(service) - gain;
            shortfall += (long) problem.criticality().get(service) * Math.max(0, lacking);
        }
        gains = Math.min(gains, problem.slots().size() - nextSlot);
        return new RotationScore(
                shortfall,
                course.lateness() + late.least(),
                -course.gained() - gains,
                spread(course, late.drills()),
                squares(course, late.drills()),
                course.unobserved(),
                course.repeats());
    }

    /** The least lateness of what is left, and how many drills that takes. */
    private record Late(long least, int drills) {}

    /** The most needed first in the first slots, whatever else the rules say. */
    private Late byWeight(RotationCourse course, int nextSlot) {
        long least = 0;
        int slot = nextSlot;
        for (int job = 0; job < problem.jobs().size(); job++) {
            if (!course.planned(job)) {
                boolean room = slot < problem.slots().size();
                int week = room ? problem.slots().get(slot).week() : problem.weeks();
                least += problem.jobs().get(job).weight() * 2 * week;
                slot += room ? 1 : 0;
            }
        }
        return new Late(least, slot - nextSlot);
    }

    /** Each service in weeks of its own, as if it had all slots for itself. */
    private Late byService(RotationCourse course, int nextSlot) {
        long least = 0;
        int drills = 0;
        for (int service = 0; service < problem.criticality().size(); service++) {
            List<Integer> weeks = weeks(course, service, nextSlot);
            int used = 0;
            for (int job = 0; job < problem.jobs().size(); job++) {
                Job each = problem.jobs().get(job);
                if (each.service() == service && !course.planned(job)) {
                    boolean room = used < weeks.size();
                    least += each.weight() * 2 * (room ? weeks.get(used) : problem.weeks());
                    used += room ? 1 : 0;
                }
            }
            drills += used;
        }
        return new Late(least, drills);
    }

    private List<Integer> weeks(RotationCourse course, int service, int nextSlot) {
        List<Integer> weeks = new ArrayList<>();
        int last = course.lastDrilled(service);
        for (int slot = nextSlot; slot < problem.slots().size(); slot++) {
            int week = problem.slots().get(slot).week();
            if (week > last) {
                weeks.add(week);
                last = week;
            }
        }
        return weeks;
    }

    /** How many people can still come to lead a service without its hero. */
    private int gain(RotationCourse course, int service, int nextSlot) {
        int jobs = 0;
        int people = 0;
        boolean[] seen = new boolean[problem.start().lastLed().size()];
        for (int job = 0; job < problem.jobs().size(); job++) {
            Job each = problem.jobs().get(job);
            if (each.service() == service && !course.planned(job)) {
                jobs++;
                for (int person : each.eligible()) {
                    people += seen[person] || course.skills().qualified(person, service) ? 0 : 1;
                    seen[person] = true;
                }
            }
        }
        return Math.min(Math.min(jobs, people), problem.slots().size() - nextSlot);
    }

    /** With so many more leads, given to whoever has fewest. */
    private long spread(RotationCourse course, int more) {
        int[] leads = even(course, more);
        long most = 0;
        long fewest = Long.MAX_VALUE;
        for (int count : leads) {
            most = Math.max(most, count);
            fewest = Math.min(fewest, count);
        }
        return leads.length == 0 ? 0 : most - fewest;
    }

    private long squares(RotationCourse course, int more) {
        long squares = 0;
        for (int count : even(course, more)) {
            squares += (long) count * count;
        }
        return squares;
    }

    private int[] even(RotationCourse course, int more) {
        int[] leads = problem.candidates().stream().mapToInt(course::leads).toArray();
        for (int left = leads.length == 0 ? 0 : more; left > 0; left--) {
            int fewest = 0;
            for (int i = 1; i < leads.length; i++) {
                fewest = leads[i] < leads[fewest] ? i : fewest;
            }
            leads[fewest]++;
        }
        return leads;
    }
}
