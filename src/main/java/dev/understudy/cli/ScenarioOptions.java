package dev.understudy.cli;

import dev.understudy.app.Catalog;
import dev.understudy.scenario.Problem;
import dev.understudy.scenario.language.Cast;
import dev.understudy.scenario.language.Read;
import dev.understudy.scenario.language.Source;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The scenario that a command works on, and what goes with it. */
final class ScenarioOptions {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Parameters(paramLabel = "SCENARIO", description = "Scenario file; - for standard input.")
    String file = "";

    @Option(
            names = "--roster",
            paramLabel = "FILE",
            description = "Roster to use; default: roster.yaml beside the scenario.")
    @Nullable
    Path roster;

    @Option(
            names = "--param",
            paramLabel = "KEY=VALUE",
            description = "Value of a scenario parameter; may be given several times.")
    Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of every random choice; default: a new one, printed by 'plan'.")
    @Nullable
    Long seed;

    /** Reads the scenario and its roster, or prints every problem. */
    Optional<Cast> read(PrintWriter problems) {
        Source source = file.equals("-") ? Source.stream("<stdin>", System.in) : Source.file(Path.of(file));
        Read<Cast> read =
                Catalog.files().cast(source, Optional.ofNullable(roster).map(Source::file), parameters);
        return switch (read) {
            case Read.Good<Cast> good -> Optional.of(good.value());
            case Read.Bad<Cast> bad -> {
                bad.problems().stream().map(Problem::toString).forEach(problems::println);
                problems.flush();
                yield Optional.empty();
            }
        };
    }

    /** Returns the file's path; null for standard input. */
    @Nullable
    Path path() {
        return file.equals("-") ? null : Path.of(file);
    }

    /** Returns the seed given, or a new one. */
    long seed() {
        return seed == null ? RANDOM.nextLong(Long.MAX_VALUE) : seed;
    }
}
