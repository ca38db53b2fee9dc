package dev.understudy.history.file;

import dev.understudy.history.Column;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records of a file, one after the other. */
interface Rows {
    /** Returns the next one; null after the last. */
    @Nullable
    Row next() throws IOException;

    /** Returns how many bytes have been read. */
    long position();

    /** Returns the zones that the file names for whole columns. */
    Map<Column, ZoneId> zones();

    /** Returns the names of columns that are not read; the first hundred where every record has its own. */
    List<String> passedOver();

    /** Returns names that the mapping has for columns, and that no record has had so far. */
    List<String> neverSeen();
}
