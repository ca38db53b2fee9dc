package dev.understudy.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one field of an object. List elements are named by their merge key, never by index, because an index means
 * something else after the next edit: {@code spec.template.spec.containers[name=app].image}. A name that holds a dot
 * or a bracket stands in quotes, and so does such a key: {@code metadata.labels["example.com/tier"]}.
 */
public record FieldPath(List<Step> steps) {
    private static final String QUOTED = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern STEP = Pattern.compile(
            "\\G(?:\\.?([^.\\[\\]\"]+)|\\[" + QUOTED + "]|\\[([^=\\[\\]\"]+)=(?:" + QUOTED + "|([^\\[\\]\"]*))])",
            Pattern.DOTALL);
    private static final Pattern PLAIN_NAME = Pattern.compile("[^.\\[\\]\"]+");
    private static final Pattern PLAIN_VALUE = Pattern.compile("[^\\[\\]\"]*");

    /** One step down. */
    public sealed interface Step {
        /** Into the field of a map. */
        record Field(String name) implements Step {}

        /** Into the element of a list whose merge key has this value. */
        record Element(String key, String value) implements Step {}
    }

    public FieldPath {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("an empty path names no field");
        }
    }

    /** Parses the form that {@link #toString} prints. */
    public static FieldPath of(String text) {
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(text);
        int end = 0;
        while (matcher.find()) {
            steps.add(step(matcher));
            end = matcher.end();
        }
        if (end != text.length()) {
            throw new IllegalArgumentException("not a field path: " + text);
        }
        return new FieldPath(steps);
    }

    private static Step step(Matcher matcher) {
        if (matcher.group(1) != null) {
            return new Step.Field(matcher.group(1));
        }
        if (matcher.group(2) != null) {
            return new Step.Field(unquoted(matcher.group(2)));
        }
        String quoted = matcher.group(4);
        return new Step.Element(matcher.group(3), quoted == null ? matcher.group(5) : unquoted(quoted));
    }

    private static String unquoted(String text) {
        return text.replaceAll("(?s)\\\\(.)", "$1");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Tells whether the two paths name the same field or one lies inside the other. */
    public boolean overlaps(FieldPath other) {
        int shared = Math.min(steps.size(), other.steps.size());
        return steps.subList(0, shared).equals(other.steps.subList(0, shared));
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Step step : steps) {
            switch (step) {
                case Step.Field(String name)
                when PLAIN_NAME.matcher(name).matches() ->
                    out.append(out.isEmpty() ? "" : ".").append(name);
                case Step.Field(String name) ->
                    out.append('[').append(quoted(name)).append(']');
                case Step.Element(String key, String value) ->
                    out.append('[')
                            .append(key)
                            .append('=')
                            .append(PLAIN_VALUE.matcher(value).matches() ? value : quoted(value))
                            .append(']');
            }
        }
        return out.toString();
    }
}
