package dev.understudy.cli;

import dev.understudy.app.Catalog;
import dev.understudy.scenario.Place;
import dev.understudy.scenario.Problem;
import dev.understudy.scenario.language.Read;
import dev.understudy.scenario.language.Source;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code understudy validate}: every problem of every file, exit code 2 when there is one. Touches nothing. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Checks scenarios and rosters, and prints every problem as file:line:column: message (hint).")
public final class ValidateCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    private final InputStream in;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "files; a directory stands for every *.yaml of ours in it and its folders, - for standard input")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--roster",
            paramLabel = "FILE",
            description = "roster; roster.yaml beside each scenario if not given")
    private @Nullable Path roster;

    @Option(names = "--param", paramLabel = "KEY=VALUE", description = "value of a scenario's parameter")
    private Map<String, String> given = new LinkedHashMap<>();

    @Mixin
    private OutputOption output = new OutputOption();

    /**
     * @param in what {@code -} stands for
     */
    public ValidateCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() {
        Validation validation = new Validation();
        names.forEach(name -> check(name, validation));
        PrintWriter out = spec.commandLine().getOut();
        if (output.json()) {
            validation.printJson(out);
        } else {
            validation.print(out);
        }
        out.flush();
        return validation.valid() ? 0 : 2;
    }

    private void check(String name, Validation validation) {
        if (name.equals(STANDARD_INPUT)) {
            check(Source.stream("<stdin>", in), validation);
        } else if (Files.isDirectory(Path.of(name))) {
            directory(Path.of(name), validation);
        } else {
            check(Source.file(Path.of(name)), validation);
        }
    }

    private void directory(Path directory, Validation validation) {
        List<Source> found = YamlFolder.sources(directory);
        if (found.isEmpty()) {
            String why = "no *.yaml file in it has an apiVersion of understudy.dev";
            Problem problem = new Problem(directory.toString(), Place.NONE.line(), Place.NONE.column(), why, null);
            validation.add(directory.toString(), new Read.Bad<>(List.of(problem)));
        }
        found.forEach(source -> check(source, validation));
    }

    private void check(Source source, Validation validation) {
        Optional<Source> named = Optional.ofNullable(roster).map(Source::file);
        validation.add(source.name(), Catalog.files().any(source, named, given));
    }
}
