package dev.understudy.scenario.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.app.Catalog;
import dev.understudy.cluster.Workload;
import dev.understudy.cluster.WorkloadKind;
import dev.understudy.fault.ScaleFault;
import dev.understudy.fault.Target;
import dev.understudy.probe.ProbeCheck;
import dev.understudy.probe.Share;
import dev.understudy.roster.Roster;
import dev.understudy.scenario.Deed;
import dev.understudy.scenario.Participants.Enforcement;
import dev.understudy.scenario.Participants.HeroRole;
import dev.understudy.scenario.Place;
import dev.understudy.scenario.RehearsalStep;
import dev.understudy.scenario.RehearsalStep.Act;
import dev.understudy.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioFilesTest {
    private static final Path EXAMPLE = Path.of("scenarios/checkout-cache-loss.yaml");
    private static final Path ROSTER = Path.of("scenarios/roster.yaml");

    private final ScenarioFiles files = Catalog.files();

    @Test
    void reads_the_example_as_printed() {
        Scenario scenario = good(files.cast(Source.file(EXAMPLE), Optional.empty(), Map.of()))
                .scenario();

        assertThat(scenario.name()).isEqualTo("checkout-cache-loss");
        assertThat(scenario.labels()).containsEntry("tier", "critical");
        assertThat(scenario.target())
                .isEqualTo(new Target("shop", new Workload(WorkloadKind.DEPLOYMENT, "checkout-cache")));
        assertThat(scenario.responders().enforcement()).isEqualTo(Enforcement.OBSERVE);
        assertThat(scenario.responders().hero()).isEqualTo(HeroRole.ABSENT);
        assertThat(scenario.expectImpact()).isTrue();
        assertThat(scenario.guardrails().deadline()).isEqualTo(Duration.ofMinutes(20));
        assertThat(scenario.guardrails().abortUnless().getFirst().lasts()).isEqualTo(Duration.ofSeconds(30));
        assertThat(scenario.steadyState().probes())
                .extracting(p -> p.check())
                .containsExactly(
                        new ProbeCheck.Http("http://checkout.shop/healthz", 200, Duration.ofSeconds(1)),
                        new ProbeCheck.Ready(
                                new Workload(WorkloadKind.DEPLOYMENT, "checkout-cache"), new Share(100, true)));
        assertThat(scenario.rehearsal().get(2))
                .isEqualTo(new RehearsalStep(
                        Duration.ofSeconds(8),
                        "bo",
                        new Act.Runs(new Deed.Scale(new Workload(WorkloadKind.DEPLOYMENT, "checkout-cache"), 3))));
    }

    @Test
    void reads_the_roster_as_printed() {
        Roster roster = good(files.roster(Source.file(ROSTER)));

        assertThat(roster.byKubernetesUser("system:serviceaccount:ops:copilot")).isPresent();
        assertThat(roster.responder("bo").orElseThrow().title()).isEqualTo("Bo Lund");
    }

    @Test
    void a_parameter_that_is_the_whole_value_takes_the_type_wanted_there() {
        Scenario byDefault = good(files.cast(Source.file(EXAMPLE), Optional.empty(), Map.of()))
                .scenario();
        Scenario given = good(files.cast(Source.file(EXAMPLE), Optional.empty(), Map.of("replicas", "1")))
                .scenario();

        assertThat(byDefault.faults().getFirst().spec()).isEqualTo(new ScaleFault.Spec(0));
        assertThat(given.faults().getFirst().spec()).isEqualTo(new ScaleFault.Spec(1));
    }

    @Test
    void a_parameter_inside_text_is_text_and_two_dollars_stand_for_one() throws Exception {
        String text = Files.readString(EXAMPLE).replace("Checkout loses its cache", "from $${x} to ${replicas} pods");

        Scenario scenario =
                good(files.cast(Source.text("x", text), roster(), Map.of())).scenario();

        assertThat(scenario.title()).isEqualTo("from ${x} to 0 pods");
    }

    @Test
    void what_a_parameter_is_given_is_never_searched_for_parameters() throws Exception {
        String text = Files.readString(EXAMPLE).replace("Checkout loses its cache", "${replicas}");

        Read<Cast> read = files.cast(Source.text("x", text), roster(), Map.of("replicas", "${replicas}"));

        assertThat(problems(read))
                .contains("x:32:56: 'replicas' must be a whole number, 0 or more," + " found text '${replicas}'");
    }

    @Test
    void a_long_value_used_often_does_not_fill_the_memory() throws Exception {
        String uses = "${replicas} ".repeat(40_000);
        String text = Files.readString(EXAMPLE).replace("Checkout loses its cache", uses);

        Read<Cast> read = files.cast(Source.text("x", text), roster(), Map.of("replicas", "x".repeat(100_000)));

        assertThat(problems(read)).contains("more than 1 MiB of text once parameters are filled in");
    }

    @Test
    void a_parameter_that_the_scenario_does_not_have_is_refused() {
        Read<Cast> read = files.cast(Source.file(EXAMPLE), Optional.empty(), Map.of("replcas", "1"));

        assertThat(problems(read))
                .contains(EXAMPLE + ":14:3: no parameter is called 'replcas' (did you mean 'replicas'?)");
    }

    @Test
    void a_missing_roster_is_a_problem_that_says_where_it_was_looked_for(@TempDir Path folder) throws Exception {
        Path lonely = Files.copy(EXAMPLE, folder.resolve("lonely.yaml"));

        Read<Cast> read = files.cast(Source.file(lonely), Optional.empty(), Map.of());

        assertThat(problems(read))
                .contains("its roster " + folder.resolve("roster.yaml") + " does not exist", "--roster");
    }

    @Test
    void without_a_roster_beside_it_the_one_in_the_folder_above_is_taken(@TempDir Path folder) throws Exception {
        Files.copy(ROSTER, folder.resolve("roster.yaml"));
        Path inside = Files.createDirectory(folder.resolve("network")).resolve("scenario.yaml");
        Files.copy(EXAMPLE, inside);

        Read<Cast> read = files.cast(Source.file(inside), Optional.empty(), Map.of());

        assertThat(good(read).roster().responder("ana")).isPresent();
    }

    @Test
    void problems_of_the_roster_are_reported_with_those_of_the_scenario(@TempDir Path folder) throws Exception {
        Path scenario = folder.resolve("scenario.yaml");
        Files.writeString(scenario, Files.readString(EXAMPLE).replace("deadline: 20m", "deadline: soon"));
        Files.writeString(
                folder.resolve("roster.yaml"), Files.readString(ROSTER).replace("[ana, bo]", "[ana, bobo]"));

        Read<Cast> read = files.cast(Source.file(scenario), Optional.empty(), Map.of());

        assertThat(problems(read)).contains("scenario.yaml:35:15: 'deadline' must be", "no responder is called 'bobo'");
    }

    @Test
    void a_roster_where_a_scenario_is_wanted_is_refused() {
        Read<Cast> read = files.cast(Source.file(ROSTER), Optional.empty(), Map.of());

        assertThat(problems(read)).contains("this is a roster, and a scenario is wanted here");
    }

    @Test
    void a_file_that_is_not_there_is_a_problem() {
        Read<Cast> read = files.cast(Source.file(Path.of("nowhere.yaml")), Optional.empty(), Map.of());

        assertThat(problems(read)).isEqualTo("nowhere.yaml: there is no such file");
    }

    @Test
    void more_than_a_mebibyte_is_not_read() {
        Read<Cast> read = files.cast(Source.text("big", "# " + "x".repeat(1 << 20)), Optional.empty(), Map.of());

        assertThat(problems(read)).contains("big: the file is larger than 1 MiB");
    }

    @Test
    void an_automation_or_an_assistant_is_nobody_to_page() throws Exception {
        String roster = Files.readString(ROSTER).replace("[ana, bo]", "[ana, copilot]");
        String scenario = Files.readString(EXAMPLE);

        Read<Cast> read = files.cast(Source.text("x", scenario), Optional.of(Source.text("roster", roster)), Map.of());

        assertThat(problems(read)).contains("nobody of team 'payments' is left to page");
    }

    @Test
    void places_of_a_good_file_lead_back_to_its_lines() {
        Read<Cast> read = files.cast(Source.file(EXAMPLE), Optional.empty(), Map.of());

        assertThat(read).isInstanceOfSatisfying(Read.Good.class, good -> {
            assertThat(good.places().at("/spec/guardrails/deadline")).isEqualTo(new Place(35, 15));
            assertThat(good.places().at("/spec/faults")).isEqualTo(new Place(31, 3));
            assertThat(good.places().at("/spec/guardrails/impactWithin/x")).isEqualTo(new Place(36, 19));
        });
    }

    private static Optional<Source> roster() {
        return Optional.of(Source.file(ROSTER));
    }

    private static <T> T good(Read<T> read) {
        return switch (read) {
            case Read.Good<T> good -> good.value();
            case Read.Bad<T> bad -> throw new AssertionError(bad.problems());
        };
    }

    private static String problems(Read<?> read) {
        return switch (read) {
            case Read.Good<?> good -> "";
            case Read.Bad<?> bad ->
                String.join("\n", bad.problems().stream().map(Object::toString).toList());
        };
    }
}
