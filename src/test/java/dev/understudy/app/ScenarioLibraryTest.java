package dev.understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Outcome;
import dev.understudy.fault.FaultType;
import dev.understudy.probe.Quality;
import dev.understudy.probe.Reading;
import dev.understudy.report.TimelineLine;
import dev.understudy.scenario.Deed;
import dev.understudy.scenario.FaultStep;
import dev.understudy.scenario.RehearsalStep;
import dev.understudy.scenario.Scenario;
import dev.understudy.scenario.language.Cast;
import dev.understudy.scenario.language.Read;
import dev.understudy.scenario.language.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario of the library, played by its script as {@code run} would; some at once, each on its own cluster. */
class ScenarioLibraryTest {
    private static final Path LIBRARY = Path.of("scenarios");
    private static final List<String> CLASSES = List.of(
            "bad-deploy",
            "lost-dependency",
            "exhausted-resource",
            "lost-node",
            "network",
            "identity-and-certificates",
            "human-error");
    private static final int AT_ONCE = 4;

    private static final Map<Path, Future<Played>> PLAYS = new TreeMap<>();

    @TempDir
    private static Path state;

    private static Understudy understudy;
    private static ExecutorService stages;

    @BeforeAll
    static void begin() throws IOException {
        understudy = Understudy.open(Map.of("XDG_STATE_HOME", state.toString()));
        stages = Executors.newFixedThreadPool(AT_ONCE);
        for (Path file : files()) {
            PLAYS.put(file, stages.submit(() -> Played.of(cast(file), file, understudy)));
        }
    }

    @AfterAll
    static void end() {
        stages.shutdownNow();
        understudy.close();
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(LIBRARY)) {
            return all.filter(file ->
                            CLASSES.contains(folder(file)) && file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void is_recovered_by_its_responders_and_leaves_nothing_of_ours_behind(Path file) throws Exception {
        Played played = Objects.requireNonNull(PLAYS.get(file)).get();

        assertThat(played.drill().outcome())
                .as(() -> String.join(
                        "\n",
                        played.report().timeline().stream()
                                .map(Object::toString)
                                .toList()))
                .isEqualTo(Outcome.RECOVERED);
        assertThat(played.ours()).as("left in the cluster").isEmpty();
        assertThat(played.drill().recordKept()).isFalse();
        assertThat(played.changed())
                .as("changed, and not told by " + played.report().changesLeft())
                .allMatch(object -> played.tells(object) || createdByScript(file, object));
    }

    /**
     * A restart heals much: what only ever fails for its length says nothing about who brought it back. What crashes again
     * and again is well for a moment each time.
     */
    @ParameterizedTest
    @MethodSource("files")
    void stays_broken_until_somebody_acts(Path file) throws Exception {
        Played played = Objects.requireNonNull(PLAYS.get(file)).get();
        Scenario scenario = cast(file).scenario();
        Duration moment = scenario.steadyState().sustained().dividedBy(2);

        assertThat(wellBeforeAnybodyActed(played, scenario)).isLessThan(moment);
    }

    /** Returns the longest time that all probes were good between impact and the first deed of somebody. */
    private static Duration wellBeforeAnybodyActed(Played played, Scenario scenario) {
        Map<String, Quality> probes = new TreeMap<>();
        scenario.steadyState().probes().forEach(probe -> probes.put(probe.name(), Quality.GOOD));
        Duration longest = Duration.ZERO;
        Duration since = null;
        boolean hurt = false;
        for (TimelineLine line : played.report().timeline()) {
            boolean acted = line.fact() instanceof DrillEvent.ChangeSeen seen
                    && seen.actor().decides();
            if (line.fact() instanceof DrillEvent.ProbeTurned(Reading reading)) {
                probes.replace(reading.probe(), reading.quality());
            }
            hurt |= line.fact() instanceof DrillEvent.ImpactSeen;
            boolean well = hurt && probes.values().stream().allMatch(quality -> quality == Quality.GOOD);
            if (since != null && (!well || acted)) {
                Duration lasted = line.offset().minus(since);
                longest = lasted.compareTo(longest) > 0 ? lasted : longest;
                since = null;
            }
            if (acted) {
                break;
            }
            since = well && since == null ? line.offset() : since;
        }
        return longest;
    }

    @ParameterizedTest
    @MethodSource("files")
    void teaches_something(Path file) {
        Scenario scenario = cast(file).scenario();

        assertThat(scenario.incidentClass()).isEqualTo(folder(file));
        assertThat(scenario.name()).isEqualTo(file.getFileName().toString().replace(".yaml", ""));
        assertThat(scenario.hints()).hasSizeBetween(3, 4);
        assertThat(scenario.debrief()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(LIBRARY.resolve("runbooks").resolve(scenario.name() + ".md"))
                .content()
                .contains("**Symptoms.**", "**First looks", "**Mitigation", "**Who else knows.**", "kubectl");
        assertThat(LIBRARY.resolve("README.md")).content().contains("`" + scenario.name() + "`");
    }

    @Test
    void there_are_at_least_twenty_and_some_of_every_class() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(files()).extracting(ScenarioLibraryTest::folder).containsAll(CLASSES);
    }

    @Test
    void every_fault_is_used_by_one_at_least() throws IOException {
        List<String> used = files().stream()
                .flatMap(file -> cast(file).scenario().faults().stream())
                .map(FaultStep::type)
                .distinct()
                .toList();

        assertThat(used)
                .containsAll(Catalog.FAULTS.stream()
                        .map(FaultType::name)
                        .sorted(Comparator.naturalOrder())
                        .toList());
    }

    /** What a responder adds is theirs to keep; of kinds that the fault does not look at the report does not tell. */
    private static boolean createdByScript(Path file, ObjectRef object) {
        return cast(file).scenario().rehearsal().stream()
                .anyMatch(step -> step.act() instanceof RehearsalStep.Act.Runs(Deed.Create(ResourceType type, var _))
                        && type.equals(object.type()));
    }

    private static String folder(Path file) {
        return String.valueOf(
                Objects.requireNonNull(file.toAbsolutePath().getParent()).getFileName());
    }

    private static Cast cast(Path file) {
        Read<Cast> read = Catalog.files().cast(Source.file(file), Optional.empty(), Map.of());
        return switch (read) {
            case Read.Good<Cast> good -> good.value();
            case Read.Bad<Cast> bad -> throw new AssertionError(bad.problems());
        };
    }
}
