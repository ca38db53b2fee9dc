package dev.understudy.history.file;

import dev.understudy.history.Column;
import dev.understudy.history.ImportMapping;
import dev.understudy.scenario.Nearest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which column of a CSV file is which. Names are the same whatever their case, and with a space for a {@code _}. A name may
 * be followed by more in brackets, as exports do that put a zone there: {@code Created At (Europe/Lisbon)}.
 */
final class Header {
    private static final Pattern BRACKETS = Pattern.compile("(.*\\S)\\s*\\(([^()]*)\\)");
    /** Names enough to choose from in a message. */
    private static final int LISTED = 30;

    private final List<String> names;
    private final ImportMapping mapping;
    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final Map<Column, ZoneId> zones = new EnumMap<>(Column.class);

    private Header(List<String> names, ImportMapping mapping) {
        this.names = names;
        this.mapping = mapping;
    }

    /**
     * Finds the columns.
     *
     * @throws UnusableFile when one that is needed, or that the mapping names, is not there or there twice
     */
    static Header of(List<String> names, ImportMapping mapping) throws UnusableFile {
        Optional<String> separator = names.size() == 1 ? separator(names.getFirst()) : Optional.empty();
        if (separator.isPresent()) {
            throw new UnusableFile("the header is one column, " + Shown.quoted(names.getFirst()) + ": say 'separator: "
                    + separator.get() + "' in a mapping");
        }
        Header header = new Header(names, mapping);
        List<String> problems = new ArrayList<>();
        for (Column column : Column.values()) {
            header.find(column, problems);
        }
        if (!problems.isEmpty()) {
            throw new UnusableFile(String.join("\n", problems));
        }
        return header;
    }

    /** Returns what seems to stand between the cells of a header that is not divided. */
    private static Optional<String> separator(String whole) {
        Map<String, String> words = Map.of(";", "semicolon", "\t", "tab", "|", "bar", ",", "comma");
        return words.entrySet().stream()
                .filter(each -> whole.contains(each.getKey()))
                .max(Comparator.comparing(each -> whole.split(Pattern.quote(each.getKey()), -1).length))
                .map(Map.Entry::getValue);
    }

    private void find(Column column, List<String> problems) {
        String wanted = plain(mapping.name(column));
        List<Integer> found = places(i -> plain(names.get(i)).equals(wanted));
        if (found.isEmpty()) {
            found = places(i -> plain(withoutBrackets(names.get(i))).equals(wanted));
        }
        if (found.size() == 1) {
            places.put(column, found.getFirst());
            zone(column, names.get(found.getFirst()));
        } else if (found.size() > 1) {
            problems.add(
                    "column " + Shown.quoted(mapping.name(column)) + " stands in the header more than once, as number "
                            + (found.get(0) + 1) + " and " + (found.get(1) + 1) + ": rename one of them");
        } else if (column.required() || mapping.columns().containsKey(column)) {
            problems.add(missing(column));
        }
    }

    private interface Test {
        boolean holds(int place);
    }

    private List<Integer> places(Test test) {
        return IntStream.range(0, names.size()).filter(test::holds).boxed().toList();
    }

    private String missing(Column column) {
        String name = mapping.name(column);
        String hint = Nearest.to(name, names)
                .map(near -> "did you mean " + Shown.quoted(near) + "?")
                .orElseGet(this::known);
        String advice = mapping.columns().containsKey(column)
                ? " in the header; correct it under 'columns' in the mapping"
                : " in the header; name the column that says " + column.says() + " under 'columns' in a mapping";
        return "there is no column " + Shown.quoted(name) + advice + " (" + hint + ")";
    }

    private String known() {
        String more = names.size() > LISTED ? " and " + (names.size() - LISTED) + " more" : "";
        return "the header has "
                + String.join(
                        ", ", names.stream().limit(LISTED).map(Shown::quoted).toList())
                + more;
    }

    /** One offset is not taken: an export that puts today's offset there has times of summer and of winter below it. */
    private void zone(Column column, String name) {
        Matcher brackets = BRACKETS.matcher(name);
        if (brackets.matches()) {
            String zone = brackets.group(2).strip();
            if (zone.equals("UTC")
                    || (zone.contains("/") && ZoneId.getAvailableZoneIds().contains(zone))) {
                zones.put(column, ZoneId.of(zone));
            }
        }
    }

    private static String withoutBrackets(String name) {
        Matcher brackets = BRACKETS.matcher(name);
        return brackets.matches() ? brackets.group(1) : name;
    }

    /** Returns what a name has in common with all others that mean the same. */
    static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    /** Returns how many cells each row must have. */
    int width() {
        return names.size();
    }

    /** Returns at which place each column is that the file has. */
    Map<Column, Integer> places() {
        return places;
    }

    /** Returns the zones that the header names. */
    Map<Column, ZoneId> zones() {
        return zones;
    }

    /** Returns the names of columns that are not read. */
    List<String> passedOver() {
        return IntStream.range(0, names.size())
                .filter(i -> !places.containsValue(i))
                .mapToObj(names::get)
                .toList();
    }
}
