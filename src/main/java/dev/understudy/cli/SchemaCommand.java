package dev.understudy.cli;

import dev.understudy.scenario.language.FileKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code understudy schema}: the JSON Schema of a kind of file, as it stands in the repository under {@code schema/}. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Prints the JSON Schema of a kind of file, for editors and other programs.")
public final class SchemaCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "KIND", description = "scenario, roster, debrief, settings or importmapping")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Kind kind;

    /** Kinds of file; constants are spelled as on the command line. */
    enum Kind {
        scenario(FileKind.SCENARIO),
        roster(FileKind.ROSTER),
        debrief(FileKind.DEBRIEF),
        settings(FileKind.SETTINGS),
        importmapping(FileKind.IMPORT_MAPPING);

        private final FileKind file;

        Kind(FileKind file) {
            this.file = file;
        }
    }

    @Override
    public Integer call() throws IOException {
        String resource = "/schema/" + kind.file.word().toLowerCase(Locale.ROOT) + ".json";
        try (InputStream in = Objects.requireNonNull(SchemaCommand.class.getResourceAsStream(resource), resource)) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            out.flush();
        }
        return 0;
    }
}
