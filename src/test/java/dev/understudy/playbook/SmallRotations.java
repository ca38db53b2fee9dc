package dev.understudy.playbook;

import dev.understudy.playbook.RotationProblem.Job;
import dev.understudy.playbook.RotationProblem.Slot;
import dev.understudy.playbook.RotationProblem.Start;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Rotations small enough to try every plan; each seed is another one. */
final class SmallRotations {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final int SERVICES = 2;
    private static final int FAMILIES = 3;
    private static final int SCENARIOS = 4;

    private SmallRotations() {}

    static RotationProblem of(long seed, int slots, int jobs, int people) {
        Random random = new Random(seed);
        List<Job> needed = jobs(random, jobs, people);
        Set<Integer> candidates = new TreeSet<>();
        needed.forEach(job -> candidates.addAll(job.eligible()));
        int weeks = slots + random.nextInt(2);
        return new RotationProblem(
                slots(random, slots, people),
                needed,
                List.copyOf(candidates),
                start(random, people),
                List.of(1 + random.nextInt(3), 1 + random.nextInt(3)),
                weeks,
                1 + random.nextInt(3),
                2);
    }

    private static List<Slot> slots(Random random, int count, int people) {
        List<Slot> slots = new ArrayList<>();
        int week = 0;
        for (int i = 0; i < count; i++) {
            Set<Integer> free = some(random, people, 4);
            slots.add(new Slot(week, MONDAY.plusWeeks(week).plusDays(i % 2), free));
            // now and then two slots share a week
            week += random.nextInt(3) == 0 ? 0 : 1;
        }
        return slots;
    }

    private static List<Job> jobs(Random random, int count, int people) {
        List<Job> jobs = new ArrayList<>();
        long weight = 9_000_000;
        for (int i = 0; i < count; i++) {
            // equal weights occur too
            weight -= random.nextInt(4) * 100_000;
            int family = random.nextInt(FAMILIES);
            int hero = random.nextInt(people);
            Set<Integer> eligible = some(random, people, 4);
            eligible.remove(hero);
            jobs.add(new Job(
                    family % SERVICES,
                    family,
                    random.nextInt(SCENARIOS),
                    weight,
                    // some re-test what is due only later
                    random.nextInt(4) == 0 ? MONDAY.plusWeeks(1) : LocalDate.MIN,
                    List.copyOf(eligible),
                    List.of(hero)));
        }
        return jobs;
    }

    private static Start start(Random random, int people) {
        List<List<Rung>> rungs = new ArrayList<>();
        List<Set<Integer>> qualified = List.of(new HashSet<>(), new HashSet<>());
        List<Set<Integer>> led = new ArrayList<>();
        List<Integer> lastLed = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            List<Rung> row = new ArrayList<>();
            for (int family = 0; family < FAMILIES; family++) {
                Rung rung = Rung.values()[Math.max(0, random.nextInt(6) - 2)];
                row.add(rung);
                if (rung == Rung.LEADS_ALONE) {
                    qualified.get(family % SERVICES).add(person);
                }
            }
            rungs.add(row);
            led.add(random.nextBoolean() ? Set.of(random.nextInt(SCENARIOS)) : Set.of());
            lastLed.add(random.nextInt(3) == 0 ? -1 : RotationProblem.NEVER);
        }
        return new Start(rungs, qualified, led, lastLed, SCENARIOS);
    }

    /** Each person with a chance of all but one in so many. */
    private static Set<Integer> some(Random random, int people, int oneIn) {
        Set<Integer> some = new TreeSet<>();
        for (int person = 0; person < people; person++) {
            if (random.nextInt(oneIn) != 0) {
                some.add(person);
            }
        }
        return some;
    }
}
