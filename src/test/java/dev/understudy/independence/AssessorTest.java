package dev.understudy.independence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.understudy.drill.Evidence.Worth;
import dev.understudy.drill.Outcome;
import dev.understudy.history.HistoryTally;
import dev.understudy.history.HistoryTally.Count;
import dev.understudy.history.Participation.Kind;
import dev.understudy.roster.Criticality;
import dev.understudy.roster.Roster;
import dev.understudy.roster.ServiceEntry;
import dev.understudy.scenario.Participants.HeroRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssessorTest {
    private static final Roster ROSTER = new Roster(
            "shop",
            List.of(),
            List.of(),
            List.of(
                    new ServiceEntry("checkout", "web", Criticality.HIGH, List.of("bad-deploy")),
                    new ServiceEntry("orders", "web", Criticality.MEDIUM, List.of())),
            List.of());

    @Test
    void a_service_without_any_drill_is_said_to_be_never_drilled() {
        Assessment assessment = assess(sixPasses());

        assertThat(assessment.services())
                .extracting(
                        ServiceAssessment::service,
                        ServiceAssessment::verdict,
                        ServiceAssessment::drilled,
                        ServiceAssessment::because)
                .containsExactly(
                        tuple("checkout", Verdict.INDEPENDENT, 6, "checkout works without ana in bad-deploy."),
                        tuple("orders", Verdict.INSUFFICIENT, 0, "orders was never drilled."));
        assertThat(assessment.independent()).isFalse();
        assertThat(assessment.rule()).isEqualTo(1);
    }

    @Test
    void only_the_service_asked_about_is_assessed() {
        Assessment assessment = Assessor.assess(question(sixPasses(), none(), false, "checkout", null, null));

        assertThat(assessment.independent()).isTrue();
        assertThat(assessment.services()).hasSize(1);
    }

    @Test
    void judges_whoever_was_excluded_and_whoever_the_history_rests_on() {
        HistoryTally history = tally(
                new Count("checkout", "bad-deploy", Kind.WORKED, "di", 40),
                new Count("checkout", "bad-deploy", Kind.WORKED, "bo", 2));

        ServiceAssessment checkout = assess(sixPasses(), history).services().getFirst();

        assertThat(checkout.judgements())
                .extracting(Judgement::who, Judgement::verdict)
                .containsExactly(tuple("ana", Verdict.INDEPENDENT), tuple("di", Verdict.INSUFFICIENT));
        assertThat(checkout.because()).isEqualTo("Nobody can tell yet whether checkout works without di.");
        assertThat(Objects.requireNonNull(checkout.effective()).kind()).isEqualTo(Contribution.WORKED);
    }

    @Test
    void the_largest_share_of_a_service_is_of_its_incidents_and_not_of_the_people_in_them() {
        Map<Kind, Long> kinds = Map.of(Kind.WORKED, 20L);
        HistoryTally history = new HistoryTally(
                ADrill.NOW.minus(Duration.ofDays(540)),
                ADrill.NOW,
                20,
                List.of(new HistoryTally.Family("checkout", "bad-deploy", 20, ADrill.NOW, kinds)),
                List.of(
                        new Count("checkout", "bad-deploy", Kind.WORKED, "bo", 10),
                        new Count("checkout", "bad-deploy", Kind.WORKED, "cy", 10),
                        new Count("checkout", "bad-deploy", Kind.WORKED, "di", 20)),
                Map.of(),
                Map.of());

        ServiceAssessment checkout = assess(sixPasses(), history).services().getFirst();

        assertThat(Objects.requireNonNull(checkout.effective()).topShare()).isEqualTo(1);
        assertThat(checkout.judgements()).extracting(Judgement::who).containsExactly("ana", "di");
    }

    @Test
    void a_clerk_who_closes_everything_is_not_taken_for_a_hero() {
        HistoryTally history = tally(
                new Count("checkout", "bad-deploy", Kind.RESOLVED, "clerk", 40),
                new Count("checkout", "bad-deploy", Kind.WORKED, "bo", 20),
                new Count("checkout", "bad-deploy", Kind.WORKED, "cy", 20));

        ServiceAssessment checkout = assess(sixPasses(), history).services().getFirst();

        assertThat(checkout.closers()).containsExactly("clerk");
        assertThat(checkout.judgements()).extracting(Judgement::who).containsExactly("ana");
    }

    @Test
    void several_who_are_excluded_together_are_judged_together_too() {
        List<DrillResult> drills = List.of(
                ADrill.that("d1", Outcome.NOT_RECOVERED)
                        .without("di", "ana")
                        .daysAgo(3)
                        .result(),
                ADrill.that("d2", Outcome.RESCUED)
                        .without("di", "ana")
                        .daysAgo(2)
                        .result());

        ServiceAssessment checkout = assess(drills).services().getFirst();

        assertThat(checkout.judgements())
                .extracting(Judgement::who, j -> j.sum().drills())
                .containsExactly(tuple("ana", 0), tuple("di", 0));
        assertThat(checkout.together())
                .extracting(Judgement::who, j -> j.sum().drills(), Judgement::verdict)
                .containsExactly(tuple("ana and di", 2, Verdict.DEPENDENT));
    }

    @Test
    void asking_about_one_responder_judges_that_one_even_where_nobody_was_excluded() {
        Assessment assessment = Assessor.assess(question(sixPasses(), none(), false, null, "di", null));

        assertThat(assessment.services())
                .allSatisfy(s ->
                        assertThat(s.judgements()).extracting(Judgement::who).containsExactly("di"));
        assertThat(assessment.services().get(1).because()).isEqualTo("orders was never drilled without di.");
    }

    @Test
    void drills_before_the_time_asked_about_are_left_out() {
        Instant since = ADrill.NOW.minus(Duration.ofDays(12));

        Judgement judgement = Assessor.assess(question(sixPasses(), none(), false, "checkout", null, since))
                .services()
                .getFirst()
                .judgements()
                .getFirst();

        assertThat(judgement.sum().drills()).isEqualTo(3);
        assertThat(judgement.trend()).hasSize(3);
    }

    @Test
    void a_rehearsal_never_counts_as_evidence() {
        List<DrillResult> rehearsed = new ArrayList<>(IntStream.range(0, 6)
                .mapToObj(i -> ADrill.that("r" + i, Outcome.RECOVERED)
                        .worth(Worth.REHEARSAL)
                        .led(i == 0 ? "bo" : "cy")
                        .daysAgo(i)
                        .result())
                .toList());
        rehearsed.add(ADrill.that("helped", Outcome.RECOVERED)
                .worth(Worth.REHEARSAL)
                .hero(HeroRole.SUPPORTING)
                .led("di")
                .result());

        Assessment assessment = assess(rehearsed);
        Assessment asked = Assessor.assess(question(rehearsed, none(), true, null, null, null));

        assertThat(assessment.services().getFirst().because()).isEqualTo("checkout was never drilled.");
        assertThat(assessment.services().getFirst().qualified()).isEmpty();
        assertThat(asked.services().getFirst().verdict()).isEqualTo(Verdict.INDEPENDENT);
        assertThat(asked.services().getFirst().qualified()).containsExactly("bo", "cy");
        assertThat(asked.rehearsals()).isTrue();
    }

    @Test
    void curves_and_comparison_are_of_one_scenario_with_nobody_else_away() {
        List<DrillResult> drills = new ArrayList<>();
        add(drills, "with", new int[] {6, 9, 11, 14}, true);
        add(drills, "without", new int[] {12, 19, 31}, true, "ana");
        add(drills, "limit", new int[] {45, 45}, false, "ana");
        drills.add(ADrill.that("others", Outcome.RECOVERED)
                .without("ana", "di")
                .took(1, true)
                .result());
        drills.add(ADrill.that("elsewhere", Outcome.RECOVERED)
                .scenario("other")
                .took(1, true)
                .result());

        List<ScenarioTimes> times = assess(drills).services().getFirst().times().stream()
                .filter(t ->
                        t.scenario().equals("checkout-bad-image") && t.who().equals("ana"))
                .toList();

        assertThat(times).hasSize(1);
        RestrictedMeanTest comparison = Objects.requireNonNull(times.getFirst().comparison());
        assertThat(comparison.meanWith()).isEqualTo(Duration.ofMinutes(10));
        assertThat(comparison.meanWithout()).isEqualTo(Duration.ofSeconds(1824));
        assertThat(comparison.p()).isEqualTo(2 / 126.0);
        assertThat(times.getFirst().stages())
                .extracting(s -> s.clock().word())
                .containsExactly("detect", "acknowledge", "recover");
    }

    @Test
    void a_rescued_drill_counts_as_not_recovered_within_the_limit_and_an_aborted_one_for_as_long_as_it_ran() {
        List<DrillResult> drills = List.of(
                ADrill.that("rescued", Outcome.RESCUED).took(5, true).result(),
                ADrill.that("aborted", Outcome.ABORTED).took(20, false).result());

        ScenarioTimes times = assess(drills).services().getFirst().times().getFirst();
        SurvivalCurve recover = Objects.requireNonNull(times.stages().getLast().without());

        assertThat(recover.steps())
                .extracting(SurvivalCurve.Step::at, SurvivalCurve.Step::happened, SurvivalCurve.Step::censored)
                .containsExactly(tuple(Duration.ofMinutes(20), 0, 1), tuple(Duration.ofMinutes(45), 0, 1));
        assertThat(times.comparison()).isNull();
    }

    @Test
    void what_healed_before_anybody_acknowledged_does_not_slow_the_clock_of_acknowledgement() {
        Timed nobodyHadTo = new Timed(Duration.ofSeconds(203), false);
        List<DrillResult> drills = List.of(
                ADrill.that("healed", Outcome.SELF_HEALED)
                        .acknowledged(nobodyHadTo)
                        .result(),
                ADrill.that("taken", Outcome.RECOVERED).result());

        ScenarioTimes times = assess(drills).services().getFirst().times().getFirst();
        ScenarioTimes.Stage acknowledge = times.stages().get(1);

        assertThat(acknowledge.clock()).isEqualTo(ScenarioTimes.Clock.ACKNOWLEDGE);
        assertThat(Objects.requireNonNull(acknowledge.without()).subjects()).isEqualTo(1);
        assertThat(acknowledge.without().restrictedMean(times.horizon())).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void a_mean_goes_only_as_far_as_drills_were_watched_and_to_the_limit_where_they_ran_to_the_deadline() {
        DrillResult stopped =
                ADrill.that("stopped", Outcome.ABORTED).took(20, false).result();
        DrillResult missed =
                ADrill.that("missed", Outcome.NOT_RECOVERED).took(44, false).result();

        assertThat(recoveryKnown(stopped)).isEqualTo(Duration.ofMinutes(20));
        assertThat(recoveryKnown(stopped, missed)).isEqualTo(Duration.ofMinutes(45));
    }

    private static Duration recoveryKnown(DrillResult... drills) {
        ScenarioTimes times =
                assess(List.of(drills)).services().getFirst().times().getFirst();
        return times.stages().getLast().known(times.horizon());
    }

    @Test
    void who_led_a_recovery_lately_is_qualified_and_the_bus_factor_follows() {
        List<DrillResult> drills = List.of(
                ADrill.that("d1", Outcome.RECOVERED).led("bo").daysAgo(180).result(),
                ADrill.that("d2", Outcome.RECOVERED).led("cy").daysAgo(181).result(),
                ADrill.that("d3", Outcome.RECOVERED).led("di").daysAgo(359).result(),
                ADrill.that("d4", Outcome.RECOVERED).led("di").daysAgo(360).result(),
                ADrill.that("d5", Outcome.RECOVERED_LATE).led("ed").daysAgo(1).result(),
                ADrill.that("d6", Outcome.RECOVERED)
                        .led("fi")
                        .hero(HeroRole.SUPPORTING)
                        .worth(Worth.NONE)
                        .result());

        Assessment assessment = assess(drills);

        assertThat(assessment.services().getFirst().qualified()).containsExactly("bo", "di");
        assertThat(assessment.busFactor().people()).isEqualTo(2);
        assertThat(assessment.busFactor().qualified()).containsOnlyKeys("checkout");
    }

    @Test
    void drills_of_services_that_the_roster_does_not_know_are_named() {
        DrillResult stranger = ADrill.that("d1", Outcome.RECOVERED).at("search").result();

        DrillResult rehearsed = ADrill.that("d2", Outcome.RECOVERED)
                .at("shop")
                .worth(Worth.REHEARSAL)
                .result();

        assertThat(assess(List.of(stranger, rehearsed)).strangers()).containsExactly("search");
    }

    @Test
    void the_same_drill_told_twice_counts_once() {
        List<DrillResult> twice =
                Stream.concat(sixPasses().stream(), sixPasses().stream()).toList();

        assertThat(assess(twice)).isEqualTo(assess(sixPasses()));
    }

    @Test
    void drills_led_are_one_kind_of_evidence_of_their_own() {
        List<DrillResult> drills = new ArrayList<>(sixPasses());
        drills.add(ADrill.that("old", Outcome.RECOVERED).led("di").daysAgo(541).result());
        drills.add(ADrill.that("stopped", Outcome.ABORTED).led("ed").result());

        List<Concentration> measured = assess(drills).services().getFirst().concentrations();

        assertThat(measured).extracting(Concentration::kind).containsExactly(Contribution.LED);
        assertThat(measured.getFirst().shares())
                .containsExactly(new Concentration.Share("bo", 1), new Concentration.Share("cy", 5));
    }

    private static void add(
            List<DrillResult> drills, String name, int[] minutes, boolean happened, String... excluded) {
        for (int i = 0; i < minutes.length; i++) {
            drills.add(ADrill.that(name + i, happened ? Outcome.RECOVERED : Outcome.NOT_RECOVERED)
                    .without(excluded)
                    .took(minutes[i], happened)
                    .daysAgo(20 + i)
                    .result());
        }
    }

    private static List<DrillResult> sixPasses() {
        return IntStream.range(0, 6)
                .mapToObj(i -> ADrill.that("d" + i, Outcome.RECOVERED)
                        .led(i == 0 ? "bo" : "cy")
                        .daysAgo(10 + i)
                        .result())
                .toList();
    }

    private static HistoryTally none() {
        return HistoryTally.empty(ADrill.NOW.minus(Duration.ofDays(540)), ADrill.NOW);
    }

    private static HistoryTally tally(Count... counts) {
        return new HistoryTally(
                ADrill.NOW.minus(Duration.ofDays(540)),
                ADrill.NOW,
                42,
                List.of(),
                List.of(counts),
                Map.of("di", new TreeMap<>()),
                Map.of());
    }

    private static Assessment assess(List<DrillResult> drills) {
        return assess(drills, none());
    }

    private static Assessment assess(List<DrillResult> drills, HistoryTally history) {
        return Assessor.assess(question(drills, history, false, null, null, null));
    }

    private static Question question(
            List<DrillResult> drills,
            HistoryTally history,
            boolean rehearsals,
            @Nullable String service,
            @Nullable String excluding,
            @Nullable Instant since) {
        return new Question(
                ROSTER, drills, history, Thresholds.DEFAULT, ADrill.NOW, rehearsals, service, excluding, since);
    }
}
