package dev.understudy.playbook;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A rotation to be planned, in numbers: people, services, families, scenarios, slots and jobs are named by their place
 * in a list, so that a search can try many plans quickly.
 *
 * @param slots days on which one drill can be held, in order
 * @param jobs drills that are needed, the most needed first
 * @param candidates everybody who may lead any of them, rising: among them leads are to be spread
 * @param start what drills have shown so far
 * @param criticality by service, 1 to 3
 * @param weeks how many the plan covers; a drill without a place counts as held after them
 * @param rest weeks from one lead of a person to the next
 * @param target how many people per service should have led without the hero
 */
record RotationProblem(
        List<Slot> slots,
        List<Job> jobs,
        List<Integer> candidates,
        Start start,
        List<Integer> criticality,
        int weeks,
        int rest,
        int target) {
    /** Stands for nobody. */
    static final int NOBODY = -1;
    /** Last week of a person who never led, and of a service that was never drilled. */
    static final int NEVER = -1_000_000;

    RotationProblem {
        slots = List.copyOf(slots);
        jobs = List.copyOf(jobs);
        candidates = List.copyOf(candidates);
        criticality = List.copyOf(criticality);
    }

    /**
     * A day on which one drill can be held.
     *
     * @param week from 0
     * @param free people who are neither away nor on call
     */
    record Slot(int week, LocalDate day, Set<Integer> free) {
        Slot {
            free = Set.copyOf(free);
        }
    }

    /**
     * A drill that is needed.
     *
     * @param weight how much, in millionths; positive
     * @param from first day on which it may be held; {@link LocalDate#MIN} for any
     * @param eligible people who may lead it or take part, rising
     * @param excluded people whom it excludes, rising
     */
    record Job(
            int service,
            int family,
            int scenario,
            long weight,
            LocalDate from,
            List<Integer> eligible,
            List<Integer> excluded) {
        Job {
            eligible = List.copyOf(eligible);
            excluded = List.copyOf(excluded);
        }
    }

    /**
     * What drills have shown before the plan begins.
     *
     * @param rungs by person, by family
     * @param qualified by service, people who have led it without its hero
     * @param led by person, scenarios that the person has led
     * @param lastLed by person, week of the last lead, before 0; {@link #NEVER} without one
     * @param scenarios how many there are
     */
    record Start(
            List<List<Rung>> rungs,
            List<Set<Integer>> qualified,
            List<Set<Integer>> led,
            List<Integer> lastLed,
            int scenarios) {
        Start {
            rungs = rungs.stream().map(List::copyOf).toList();
            qualified = qualified.stream().map(Set::copyOf).toList();
            led = led.stream().map(Set::copyOf).toList();
            lastLed = List.copyOf(lastLed);
        }
    }
}
