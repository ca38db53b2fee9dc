package dev.understudy.process;

import java.util.List;
import java.util.stream.Stream;

/**
 * What came of a program.
 *
 * @param code exit code
 * @param out lines of standard output
 * @param err lines of standard error
 */
record Ended(int code, List<String> out, List<String> err) {
    /** Returns everything that it said, complaints first. */
    String said() {
        return String.join("\n", Stream.concat(err.stream(), out.stream()).toList());
    }

    /** Returns its standard output. */
    String text() {
        return String.join("\n", out);
    }
}
