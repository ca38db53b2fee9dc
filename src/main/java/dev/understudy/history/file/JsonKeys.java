package dev.understudy.history.file;

import dev.understudy.history.Column;
import dev.understudy.history.ImportMapping;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which key of a JSON object is which column; names are the same as in a header. Remembers what came. For one thread. */
final class JsonKeys {
    private static final String PARTICIPANTS = "participants";
    /** Keys that are remembered to be named at the end: every object may have others. */
    private static final int KEPT = 100;

    private final ImportMapping mapping;
    private final Map<String, Column> columns = new HashMap<>();
    private final Set<Column> seen = EnumSet.noneOf(Column.class);
    private final Set<String> passedOver = new LinkedHashSet<>();

    JsonKeys(ImportMapping mapping) {
        this.mapping = mapping;
        for (Column column : Column.values()) {
            columns.put(Header.plain(mapping.name(column)), column);
        }
    }

    /** Returns the column of a key; null when it is none. */
    @Nullable
    Column column(String key) {
        Column column = columns.get(key);
        Column found = column == null ? columns.get(Header.plain(key)) : column;
        if (found != null) {
            seen.add(found);
        } else if (!isParticipants(key) && passedOver.size() < KEPT) {
            passedOver.add(Shown.of(key));
        }
        return found;
    }

    /** Tells whether all parts stand under this key, unless that is the name of a column. */
    boolean isParticipants(String key) {
        return Header.plain(key).equals(PARTICIPANTS);
    }

    /** Returns the keys that are none, in order of appearance. */
    List<String> passedOver() {
        return List.copyOf(passedOver);
    }

    /** Returns names that the mapping has for columns and that no object has had. */
    List<String> neverSeen() {
        return Arrays.stream(Column.values())
                .filter(mapping.columns()::containsKey)
                .filter(column -> !seen.contains(column))
                .map(mapping::name)
                .toList();
    }
}
