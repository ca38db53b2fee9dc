package dev.understudy.playbook;

import dev.understudy.playbook.RotationPlan.Mode;
import dev.understudy.playbook.RotationProblem.Job;
import dev.understudy.playbook.RotationProblem.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A rotation as it unfolds, slot by slot: what one drill teaches opens the next. It knows the hard rules; whoever
 * searches asks {@link #bar} first.
 */
final class RotationCourse {
    private final RotationProblem problem;
    private final Skills skills;
    private final int[] leads;
    private final int[] seats;
    private final int[] lastLed;
    private final int[] lastDrilled;
    private final boolean[] planned;
    private final List<Seat> held;
    private long lateness;
    private int gained;
    private int unobserved;
    private int repeats;

    /**
     * One drill of a rotation.
     *
     * @param slot place in the problem's list
     * @param job place in the problem's list
     * @param lead person
     * @param observer person; {@link RotationProblem#NOBODY} for none
     * @param shadow person; {@link RotationProblem#NOBODY} for none
     * @param first whether the lead leads the service without its hero for the first time
     */
    record Seat(int slot, int job, int lead, Mode mode, int observer, int shadow, boolean first) {}

    /** A hard rule that keeps somebody from leading a drill. */
    enum Bar {
        /** The service is drilled in that week already. */
        SERVICE_BUSY,
        /** What the drill re-tests is not due before. */
        TOO_EARLY,
        /** The scenario excludes them, or they are not of its team. */
        NOT_ELIGIBLE,
        /** Away or on call on that day. */
        NOT_FREE,
        /** Led too short a time ago. */
        RESTING,
        /** Has not taken part in one, and nobody could be at hand. */
        NO_SUPPORT
    }

    RotationCourse(RotationProblem problem) {
        this.problem = problem;
        this.skills = new Skills(problem.start());
        int people = problem.start().lastLed().size();
        this.leads = new int[people];
        this.seats = new int[people];
        this.lastLed =
                problem.start().lastLed().stream().mapToInt(Integer::intValue).toArray();
        this.lastDrilled = new int[problem.criticality().size()];
        Arrays.fill(lastDrilled, RotationProblem.NEVER);
        this.planned = new boolean[problem.jobs().size()];
        this.held = new ArrayList<>();
    }

    RotationCourse(RotationCourse other) {
        this.problem = other.problem;
        this.skills = new Skills(other.skills);
        this.leads = other.leads.clone();
        this.seats = other.seats.clone();
        this.lastLed = other.lastLed.clone();
        this.lastDrilled = other.lastDrilled.clone();
        this.planned = other.planned.clone();
        this.held = new ArrayList<>(other.held);
        this.lateness = other.lateness;
        this.gained = other.gained;
        this.unobserved = other.unobserved;
        this.repeats = other.repeats;
    }

    /** Returns the first hard rule that keeps a person from leading a job in a slot; empty when none does. */
    Optional<Bar> bar(int slot, int job, int person) {
        Slot at = problem.slots().get(slot);
        Job what = problem.jobs().get(job);
        if (lastDrilled[what.service()] == at.week()) {
            return Optional.of(Bar.SERVICE_BUSY);
        }
        if (at.day().isBefore(what.from())) {
            return Optional.of(Bar.TOO_EARLY);
        }
        if (!what.eligible().contains(person)) {
            return Optional.of(Bar.NOT_ELIGIBLE);
        }
        if (!at.free().contains(person)) {
            return Optional.of(Bar.NOT_FREE);
        }
        if (at.week() - lastLed[person] < problem.rest()) {
            return Optional.of(Bar.RESTING);
        }
        return mode(what, person) == Mode.WITH_SUPPORT && !supported(at, what, person)
                ? Optional.of(Bar.NO_SUPPORT)
                : Optional.empty();
    }

    /** The ladder: nobody leads alone who has not led one with support. */
    Mode mode(Job job, int person) {
        boolean ready = skills.rung(person, job.family()).compareTo(Rung.LEADS_WITH_SUPPORT) >= 0;
        return ready ? Mode.ALONE : Mode.WITH_SUPPORT;
    }

    private boolean supported(Slot at, Job job, int lead) {
        return job.excluded().stream().anyMatch(at.free()::contains)
                || observer(at, job, lead) != RotationProblem.NOBODY;
    }

    /** Goes on by one drill; the bar must be empty. */
    void hold(int slot, int job, int lead) {
        Slot at = problem.slots().get(slot);
        Job what = problem.jobs().get(job);
        Mode mode = mode(what, lead);
        boolean novice = skills.rung(lead, what.family()) != Rung.LEADS_ALONE;
        int observer = novice ? observer(at, what, lead) : RotationProblem.NOBODY;
        int shadow = chosen(at, what, p -> p != lead && p != observer && skills.rung(p, what.family()) == Rung.NOT_YET);
        boolean first = mode == Mode.ALONE && !skills.qualified(lead, what.service());
        held.add(new Seat(slot, job, lead, mode, observer, shadow, first));
        planned[job] = true;
        lateness += lateness(what, at.week(), mode);
        gained += first ? 1 : 0;
        unobserved += novice && observer == RotationProblem.NOBODY ? 1 : 0;
        repeats += skills.hasLed(lead, what.scenario()) ? 1 : 0;
        count(at, what, lead, observer, shadow);
        skills.learn(what, lead, mode, shadow);
    }

    private void count(Slot at, Job job, int lead, int observer, int shadow) {
        leads[lead]++;
        lastLed[lead] = at.week();
        lastDrilled[job.service()] = at.week();
        if (observer != RotationProblem.NOBODY) {
            seats[observer]++;
        }
        if (shadow != RotationProblem.NOBODY) {
            seats[shadow]++;
        }
    }

    /** A drill with support is no evidence: it leaves half of the need. */
    private long lateness(Job job, int week, Mode mode) {
        return job.weight()
                * switch (mode) {
                    case ALONE -> 2L * week;
                    case WITH_SUPPORT -> (long) week + problem.weeks();
                };
    }

    /** Somebody who has led this family alone; else somebody who has led the service without its hero. */
    private int observer(Slot at, Job job, int lead) {
        int same = chosen(at, job, p -> p != lead && skills.rung(p, job.family()) == Rung.LEADS_ALONE);
        return same != RotationProblem.NOBODY
                ? same
                : chosen(at, job, p -> p != lead && skills.qualified(p, job.service()));
    }

    /** Returns who of the free and eligible has watched least in this plan; the first by name among those. */
    private int chosen(Slot at, Job job, IntPredicate fits) {
        int chosen = RotationProblem.NOBODY;
        for (int person : job.eligible()) {
            if (at.free().contains(person)
                    && fits.test(person)
                    && (chosen == RotationProblem.NOBODY || seats[person] < seats[chosen])) {
                chosen = person;
            }
        }
        return chosen;
    }

    /** Returns the score if nothing more is planned. */
    RotationScore score() {
        long late = lateness;
        for (int job = 0; job < planned.length; job++) {
            late += planned[job] ? 0 : problem.jobs().get(job).weight() * 2 * problem.weeks();
        }
        long most = 0;
        long fewest = Long.MAX_VALUE;
        long squares = 0;
        for (int person : problem.candidates()) {
            most = Math.max(most, leads[person]);
            fewest = Math.min(fewest, leads[person]);
            squares += (long) leads[person] * leads[person];
        }
        long spread = fewest == Long.MAX_VALUE ? 0 : most - fewest;
        return new RotationScore(shortfall(), late, -gained, spread, squares, unobserved, repeats);
    }

    private long shortfall() {
        long shortfall = 0;
        for (int service = 0; service < lastDrilled.length; service++) {
            shortfall += problem.criticality().get(service)
                    * (long) Math.max(0, problem.target() - skills.qualified(service));
        }
        return shortfall;
    }

    RotationProblem problem() {
        return problem;
    }

    Skills skills() {
        return skills;
    }

    List<Seat> held() {
        return List.copyOf(held);
    }

    boolean planned(int job) {
        return planned[job];
    }

    int leads(int person) {
        return leads[person];
    }

    int lastDrilled(int service) {
        return lastDrilled[service];
    }

    long lateness() {
        return lateness;
    }

    int gained() {
        return gained;
    }

    int unobserved() {
        return unobserved;
    }

    int repeats() {
        return repeats;
    }
}
