package dev.understudy.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One drill as stored, before anybody has made sense of it.
 *
 * @param length how many entries the store says it has; 0 when it knows no such drill but holds entries of it
 * @param head hash of the last entry, as the store says; null when it knows no such drill
 * @param rows what is there, by number
 */
public record Chain(String drill, int length, @Nullable String head, List<Row> rows) {
    public Chain {
        rows = List.copyOf(rows);
    }

    /**
     * One stored entry.
     *
     * @param body its text exactly as stored
     * @param hash as stored beside it
     */
    public record Row(int number, String body, String hash) {}
}
