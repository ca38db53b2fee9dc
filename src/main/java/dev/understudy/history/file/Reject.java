package dev.understudy.history.file;

import dev.understudy.history.Flaw;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A row that is not taken.
 *
 * @param line number of the line that it begins on, from 1
 * @param flaws everything for which it is not taken; at least one
 */
public record Reject(long line, List<Flaw> flaws) {
    public Reject {
        flaws = List.copyOf(flaws);
    }

    /** Returns {@code 17: what is wrong}, in one line. */
    public String words() {
        return line + ": " + flaws.stream().map(Flaw::text).collect(Collectors.joining("; "));
    }
}
