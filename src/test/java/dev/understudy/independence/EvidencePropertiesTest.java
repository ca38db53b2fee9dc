package dev.understudy.independence;

import static dev.understudy.independence.Some.judged;
import static dev.understudy.independence.Some.pass;
import static dev.understudy.independence.Some.passes;
import static dev.understudy.independence.Some.sixPasses;
import static dev.understudy.independence.Some.threeFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.drill.Evidence.Worth;
import dev.understudy.drill.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What holds of the rule whatever the evidence. */
class EvidencePropertiesTest {
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    @Test
    void the_order_in_which_drills_are_given_changes_nothing() {
        List<DrillResult> drills = new ArrayList<>(threeFails());
        drills.addAll(sixPasses());
        Judgement once = new Judge(Some.sample(drills), List.of(), new TreeMap<>()).judgement();
        List<DrillResult> shuffled = new ArrayList<>(drills);

        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(new Judge(Some.sample(shuffled), List.of(), new TreeMap<>()).judgement())
                    .isEqualTo(once);
        }
    }

    @Test
    void a_fail_more_never_makes_it_independent() {
        for (int seed = 0; seed < 300; seed++) {
            List<DrillResult> drills = anyEvidence(new Random(seed));
            if (judged(drills).verdict() != Verdict.INDEPENDENT) {
                List<DrillResult> more = new ArrayList<>(drills);
                more.add(ADrill.that("fail", Outcome.NOT_RECOVERED).daysAgo(0).result());

                assertThat(judged(more).verdict()).as("seed " + seed).isNotEqualTo(Verdict.INDEPENDENT);
            }
        }
    }

    @Test
    void a_rehearsal_never_changes_a_verdict() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<DrillResult> drills = anyEvidence(random);
            Judgement before = new Judge(Some.sample(drills), List.of(), new TreeMap<>()).judgement();
            Outcome outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
            List<DrillResult> more = new ArrayList<>(drills);
            more.add(ADrill.that("rehearsal", outcome)
                    .worth(Worth.REHEARSAL)
                    .action("Block", true, false)
                    .without(random.nextBoolean() ? new String[] {"ana"} : new String[0])
                    .daysAgo(random.nextInt(600))
                    .result());

            Judgement after = new Judge(Some.sample(more), List.of(), new TreeMap<>()).judgement();

            assertThat(after.verdict()).isEqualTo(before.verdict());
            assertThat(after.proof()).isEqualTo(before.proof());
            assertThat(after.classes()).isEqualTo(before.classes());
            assertThat(after.trend()).isEqualTo(before.trend());
        }
    }

    @Test
    void rehearsals_count_where_somebody_asks_for_them() {
        List<DrillResult> drills = sixPasses();
        drills.set(0, pass("d0").worth(Worth.REHEARSAL).result());
        Scope asked = new Scope(Thresholds.DEFAULT, ADrill.NOW, true, Set.of(), null);

        assertThat(judged(drills).verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(VerdictRule.apply(Sample.of(Some.WITHOUT_ANA, asked, List.of(), drills))
                        .verdict())
                .isEqualTo(Verdict.INDEPENDENT);
    }

    @Test
    void a_rehearsal_that_broke_nothing_counts_for_nothing_even_then() {
        DrillResult idle = ADrill.that("d0", Outcome.SELF_HEALED)
                .worth(Worth.REHEARSAL)
                .withoutImpact()
                .result();
        Scope asked = new Scope(Thresholds.DEFAULT, ADrill.NOW, true, Set.of(), null);

        assertThat(Sample.of(Some.WITHOUT_ANA, asked, List.of(), List.of(idle)).counted())
                .isEmpty();
    }

    private static List<DrillResult> anyEvidence(Random random) {
        int passes = random.nextInt(12);
        List<DrillResult> drills = passes(passes);
        for (int i = random.nextInt(4); i > 0; i--) {
            drills.add(ADrill.that("x" + i, OUTCOMES.get(random.nextInt(OUTCOMES.size())))
                    .without(random.nextInt(3) == 0 ? new String[] {"ana", "bo"} : new String[] {"ana"})
                    .daysAgo(1 + random.nextInt(560))
                    .result());
        }
        return drills;
    }
}
