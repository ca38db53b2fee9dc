package dev.understudy.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * What came of a command as typed.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record Typed(int code, String out, String err) {
    static Typed run(Object command, String... arguments) {
        return run(new CommandLine(command), arguments);
    }

    /** Types at a command line that is there already. */
    static Typed run(CommandLine line, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Typed(code, out.toString(), err.toString());
    }
}
