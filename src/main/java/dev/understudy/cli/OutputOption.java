package dev.understudy.cli;

import picocli.CommandLine.Option;

/** How a command prints its result. */
final class OutputOption {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json; ${DEFAULT-VALUE} if not given.")
    private Format format = Format.text;

    /** Constants are spelled as on the command line. */
    enum Format {
        text,
        json
    }

    /** Tells whether other programs will read it. */
    boolean json() {
        return format == Format.json;
    }
}
