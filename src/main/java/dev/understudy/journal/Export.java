package dev.understudy.journal;

import dev.understudy.journal.Chain.Row;
import dev.understudy.journal.Verification.Break;
import java.util.List;
import java.util.Optional;

/** One drill as it travels between machines: lines that carry their own proof. */
public final class Export {
    private Export() {}

    /**
     * One entry of a drill, with what it takes to tell that none is missing.
     *
     * @param length how many entries the drill had when it was exported
     * @param head hash of its last entry then
     */
    public record Line(String drill, int length, String head, Row row) {}

    /** Returns a drill's lines; none when the store knows no such drill. */
    public static List<Line> lines(Chain chain) {
        String head = chain.head();
        return head == null
                ? List.of()
                : chain.rows().stream()
                        .map(row -> new Line(chain.drill(), chain.length(), head, row))
                        .toList();
    }

    /**
     * Puts a drill together again.
     *
     * @param lines of one drill, at least one, in their order
     */
    public static Chain chain(List<Line> lines) {
        Line first = lines.getFirst();
        return new Chain(
                first.drill(),
                first.length(),
                first.head(),
                lines.stream().map(Line::row).toList());
    }

    /** Returns the first line that does not follow from those before; empty when all of them are as they were stored. */
    public static Optional<Break> check(Chain chain) {
        return ChainCheck.check(chain, null);
    }
}
