package dev.understudy.history.file;

import dev.understudy.history.Flaw;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What came of importing a file.
 *
 * @param added incidents that are new
 * @param same incidents that were there already, just as they are
 * @param rejected rows that were not taken, by the first thing that is wrong with them
 * @param passedOver columns that were not read
 * @param neverSeen names of columns that the mapping has and the file has not
 * @param line the last one that was read
 * @param finished whether the whole file was read
 */
public record Takings(
        long added,
        long same,
        Map<Flaw.Kind, Long> rejected,
        Remarks remarks,
        List<String> passedOver,
        List<String> neverSeen,
        long line,
        boolean finished) {
    public Takings {
        rejected = rejected.isEmpty() ? Map.of() : new EnumMap<>(rejected);
        passedOver = List.copyOf(passedOver);
        neverSeen = List.copyOf(neverSeen);
    }

    /** Returns how many rows were not taken. */
    public long rejects() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns how many rows were read. */
    public long rows() {
        return added + same + rejects();
    }
}
