package dev.understudy.playbook;

import dev.understudy.playbook.RotationProblem.Job;
import dev.understudy.playbook.RotationProblem.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tries every plan there is. It knows the rules from the documentation alone and shares no step with the search: each
 * complete plan is judged from its beginning.
 */
final class EveryRotation {
    private final RotationProblem problem;
    private @Nullable RotationScore best;

    EveryRotation(RotationProblem problem) {
        this.problem = problem;
    }

    RotationScore best() {
        choose(new ArrayList<>(), new HashSet<>());
        return Objects.requireNonNull(best);
    }

    private void choose(List<int[]> plan, Set<Integer> used) {
        if (plan.size() == problem.slots().size()) {
            RotationScore score = judged(plan);
            if (score != null && (best == null || score.compareTo(best) < 0)) {
                best = score;
            }
            return;
        }
        plan.add(new int[0]);
        choose(plan, used);
        plan.removeLast();
        for (int job = 0; job < problem.jobs().size(); job++) {
            if (used.add(job)) {
                for (int person : problem.jobs().get(job).eligible()) {
                    if (problem.slots().get(plan.size()).free().contains(person)) {
                        plan.add(new int[] {job, person});
                        choose(plan, used);
                        plan.removeLast();
                    }
                }
                used.remove(job);
            }
        }
    }

    /** Null when a rule is broken on the way. */
    private @Nullable RotationScore judged(List<int[]> plan) {
        Map<String, Rung> rungs = new HashMap<>();
        Map<Integer, Set<Integer>> qualified = new HashMap<>();
        Map<Integer, Integer> seats = new HashMap<>();
        Map<Integer, List<Integer>> weeksLed = new HashMap<>();
        Set<String> led = new HashSet<>();
        Set<String> serviceWeeks = new HashSet<>();
        Set<Integer> done = new HashSet<>();
        for (int s = 0; s < problem.criticality().size(); s++) {
            qualified.put(s, new HashSet<>(problem.start().qualified().get(s)));
        }
        for (int p = 0; p < problem.start().rungs().size(); p++) {
            for (int f = 0; f < problem.start().rungs().get(p).size(); f++) {
                rungs.put(p + "/" + f, problem.start().rungs().get(p).get(f));
            }
            for (int scenario : problem.start().led().get(p)) {
                led.add(p + "/" + scenario);
            }
        }
        long late = 0;
        long gained = 0;
        long unobserved = 0;
        long repeats = 0;
        for (int i = 0; i < plan.size(); i++) {
            if (plan.get(i).length == 0) {
                continue;
            }
            int number = plan.get(i)[0];
            int lead = plan.get(i)[1];
            Slot slot = problem.slots().get(i);
            Job job = problem.jobs().get(number);
            if (slot.day().isBefore(job.from())) {
                return null;
            }
            if (!serviceWeeks.add(job.service() + "@" + slot.week())) {
                return null;
            }
            List<Integer> weeks = weeksLed.computeIfAbsent(
                    lead, p -> new ArrayList<>(List.of(problem.start().lastLed().get(p))));
            if (weeks.stream().anyMatch(w -> slot.week() - w < problem.rest())) {
                return null;
            }
            weeks.add(slot.week());
            Rung rung = of(rungs, lead + "/" + job.family());
            int family =
                    quietest(job, slot, seats, p -> p != lead && rungs.get(p + "/" + job.family()) == Rung.LEADS_ALONE);
            int service = quietest(
                    job,
                    slot,
                    seats,
                    p -> p != lead && of(qualified, job.service()).contains(p));
            int experienced = family >= 0 ? family : service;
            boolean alone = rung.compareTo(Rung.LEADS_WITH_SUPPORT) >= 0;
            if (!alone && experienced < 0 && job.excluded().stream().noneMatch(slot.free()::contains)) {
                return null;
            }
            int observer = rung == Rung.LEADS_ALONE ? -1 : experienced;
            int shadow = quietest(
                    job,
                    slot,
                    seats,
                    p -> p != lead && p != observer && rungs.get(p + "/" + job.family()) == Rung.NOT_YET);
            late += job.weight() * (alone ? 2L * slot.week() : slot.week() + problem.weeks());
            done.add(number);
            unobserved += rung != Rung.LEADS_ALONE && observer < 0 ? 1 : 0;
            repeats += led.add(lead + "/" + job.scenario()) ? 0 : 1;
            if (alone) {
                gained += of(qualified, job.service()).add(lead) ? 1 : 0;
                rungs.put(lead + "/" + job.family(), Rung.LEADS_ALONE);
            } else {
                rungs.put(lead + "/" + job.family(), Rung.LEADS_WITH_SUPPORT);
            }
            if (shadow >= 0) {
                rungs.put(shadow + "/" + job.family(), Rung.SHADOWED);
                seats.merge(shadow, 1, Integer::sum);
            }
            if (observer >= 0) {
                seats.merge(observer, 1, Integer::sum);
            }
        }
        for (int job = 0; job < problem.jobs().size(); job++) {
            late += done.contains(job) ? 0 : problem.jobs().get(job).weight() * 2 * problem.weeks();
        }
        long shortfall = IntStream.range(0, problem.criticality().size())
                .mapToLong(s -> problem.criticality().get(s)
                        * (long) Math.max(0, problem.target() - of(qualified, s).size()))
                .sum();
        List<Integer> leads = problem.candidates().stream()
                .map(p -> weeksLed.getOrDefault(p, List.of(0)).size() - 1)
                .toList();
        long spread = leads.isEmpty()
                ? 0
                : leads.stream().mapToInt(i -> i).max().orElse(0)
                        - leads.stream().mapToInt(i -> i).min().orElse(0);
        long squares = leads.stream().mapToLong(i -> (long) i * i).sum();
        return new RotationScore(shortfall, late, -gained, spread, squares, unobserved, repeats);
    }

    private static <K, V> V of(Map<K, V> all, K key) {
        return Objects.requireNonNull(all.get(key));
    }

    private static int quietest(Job job, Slot slot, Map<Integer, Integer> seats, IntPredicate fits) {
        int quietest = -1;
        for (int person : job.eligible()) {
            if (slot.free().contains(person)
                    && fits.test(person)
                    && (quietest < 0 || seats.getOrDefault(person, 0) < seats.getOrDefault(quietest, 0))) {
                quietest = person;
            }
        }
        return quietest;
    }
}
