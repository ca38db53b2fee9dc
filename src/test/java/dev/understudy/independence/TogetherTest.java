package dev.understudy.independence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.drill.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several people excluded from one drill. */
class TogetherTest {
    @Test
    void a_pass_without_two_counts_for_each_of_them() {
        DrillResult both =
                ADrill.that("d1", Outcome.RECOVERED).without("ana", "di").result();

        assertThat(without(List.of(both), "ana").counted()).containsExactly(both);
        assertThat(without(List.of(both), "di").counted()).containsExactly(both);
        assertThat(without(List.of(both), "bo").counted()).isEmpty();
    }

    @Test
    void a_fail_without_two_counts_for_neither_of_them_but_for_both_together() {
        DrillResult both =
                ADrill.that("d1", Outcome.RESCUED).without("ana", "di").result();

        assertThat(without(List.of(both), "ana").counted()).isEmpty();
        assertThat(without(List.of(both), "ana").counting().setAside()).containsExactly("d1");
        assertThat(without(List.of(both), "ana", "di").counted()).containsExactly(both);
    }

    @Test
    void the_proof_says_what_was_set_aside_and_what_it_would_have_changed() {
        List<DrillResult> drills = new ArrayList<>(IntStream.range(0, 6)
                .mapToObj(i -> ADrill.that("d" + i, Outcome.SELF_HEALED)
                        .without("ana", "di")
                        .daysAgo(10 + i)
                        .result())
                .toList());
        drills.add(ADrill.that("fail", Outcome.NOT_RECOVERED)
                .without("ana", "di")
                .daysAgo(1)
                .result());

        List<Clause> proof = VerdictRule.apply(without(drills, "ana")).proof();

        assertThat(proof)
                .contains(new Clause(
                        Verdict.INDEPENDENT,
                        "a fail without several people counts for none of them alone",
                        "1 failed drill without others too: not counted here, judged for those excluded together."
                                + " With it 6 of 7, P = 0.8133",
                        true));
        assertThat(VerdictRule.apply(without(drills, "ana", "di")).verdict()).isEqualTo(Verdict.INSUFFICIENT);
    }

    private static Sample without(List<DrillResult> drills, String... people) {
        return Sample.of(new Unit("checkout", Set.of(people)), Some.NOW, List.of(), drills);
    }
}
