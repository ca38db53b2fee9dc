package dev.understudy.history;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the export of some other system is to be read.
 *
 * @param name of the mapping
 * @param columns names in the file; a column that is not here has its own name
 * @param separator between the cells of CSV; a comma by default
 * @param zone of times that name none; null when such times must not come
 * @param patterns of times, as {@link java.time.format.DateTimeFormatter} writes them; ISO 8601 is always read
 * @param missing what stands where nothing is known, such as {@code N/A}; an empty cell always does
 * @param services the file's name for a service, and the roster's
 * @param classes the file's name for an incident class, and the roster's
 * @param people identities that the roster does not hold, and the names of their responders
 * @param administrative responders or identities that close incidents which others have resolved
 */
public record ImportMapping(
        String name,
        Map<Column, String> columns,
        char separator,
        @Nullable ZoneId zone,
        List<String> patterns,
        Set<String> missing,
        Map<String, String> services,
        Map<String, String> classes,
        Map<String, String> people,
        Set<String> administrative) {
    /** What holds for a file that needs no mapping. */
    public static final ImportMapping NONE =
            new ImportMapping("none", Map.of(), ',', null, List.of(), Set.of(), Map.of(), Map.of(), Map.of(), Set.of());

    public ImportMapping {
        columns = Map.copyOf(columns);
        patterns = List.copyOf(patterns);
        missing = Set.copyOf(missing);
        services = Map.copyOf(services);
        classes = Map.copyOf(classes);
        people = Map.copyOf(people);
        administrative = Set.copyOf(administrative);
    }

    /** Returns the name of a column in the file. */
    public String name(Column column) {
        return columns.getOrDefault(column, column.word());
    }
}
