package dev.understudy.simulated.selector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Selects objects by their labels: {@code a=b}, {@code a==b}, {@code a!=b}, {@code a in (b,c)}, {@code a notin (b,c)},
 * {@code a}, {@code !a}, {@code a>1}, {@code a<1}, joined by commas that all must hold.
 */
public final class LabelSelector {
    private static final String KEY = "([A-Za-z0-9._/-]+)";
    private static final Pattern SET = Pattern.compile(KEY + "\\s+(in|notin)\\s*\\(([^()]*)\\)");
    private static final Pattern EQUALITY = Pattern.compile(KEY + "\\s*(==|=|!=|>|<)\\s*([A-Za-z0-9._-]*)");
    private static final Pattern PRESENCE = Pattern.compile("(!?)\\s*" + KEY);

    private record Requirement(String key, String operator, Set<String> values) {
        boolean matches(JsonNode labels) {
            JsonNode label = labels.path(key);
            String value = label.asText();
            boolean there = !label.isMissingNode();
            return switch (operator) {
                case "exists" -> there;
                case "!" -> !there;
                case "in", "=", "==" -> there && values.contains(value);
                case "notin", "!=" -> !there || !values.contains(value);
                case ">" -> there && compare(value) > 0;
                case "<" -> there && compare(value) < 0;
                default -> false;
            };
        }

        private int compare(String value) {
            try {
                return Long.compare(
                        Long.parseLong(value), Long.parseLong(values.iterator().next()));
            } catch (NumberFormatException notANumber) {
                return 0;
            }
        }
    }

    private final List<Requirement> requirements;

    private LabelSelector(List<Requirement> requirements) {
        this.requirements = List.copyOf(requirements);
    }

    /**
     * Reads a selector; an empty one selects everything.
     *
     * @throws BadSelector when it cannot be read
     */
    public static LabelSelector parse(String text) {
        List<Requirement> requirements = new ArrayList<>();
        for (String part : split(text)) {
            requirements.add(requirement(part.strip()));
        }
        return new LabelSelector(requirements);
    }

    /** Tells whether an object with these labels is selected. */
    public boolean matches(JsonNode labels) {
        return requirements.stream().allMatch(requirement -> requirement.matches(labels));
    }

    private static Requirement requirement(String text) {
        Matcher set = SET.matcher(text);
        if (set.matches()) {
            Set<String> values = Arrays.stream(set.group(3).split(",", -1))
                    .map(String::strip)
                    .collect(Collectors.toSet());
            return new Requirement(set.group(1), set.group(2), values);
        }
        Matcher equality = EQUALITY.matcher(text);
        if (equality.matches()) {
            return new Requirement(equality.group(1), equality.group(2), Set.of(equality.group(3)));
        }
        Matcher presence = PRESENCE.matcher(text);
        if (presence.matches()) {
            return new Requirement(presence.group(2), presence.group(1).isEmpty() ? "exists" : "!", Set.of());
        }
        throw new BadSelector("unable to parse requirement: found '" + text
                + "', expected: key, key=value, key!=value, key in (values) or key notin (values)");
    }

    /** Splits at commas outside parentheses. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        if (text.isBlank()) {
            return parts;
        }
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
