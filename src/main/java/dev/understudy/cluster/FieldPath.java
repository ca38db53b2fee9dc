package dev.understudy.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one field of an object. List elements are named by their merge key, never by index, because an index means
 * something else after the next edit: {@code spec.template.spec.containers[name=app].image}. A name that holds a dot
 * or a bracket stands in quotes: {@code metadata.labels["example.com/tier"]}.
 */
public record FieldPath(List<Step> steps) {
    private static final Pattern STEP =
            Pattern.compile("\\G(?:\\.?([^.\\[\\]\"]+)|\\[\"((?:[^\"\\\\]|\\\\.)*)\"]|\\[([^=\\]]+)=([^\\]]*)])");

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
            if (matcher.group(1) != null) {
                steps.add(new Step.Field(matcher.group(1)));
            } else if (matcher.group(2) != null) {
                steps.add(new Step.Field(matcher.group(2).replaceAll("\\\\(.)", "$1")));
            } else {
                steps.add(new Step.Element(matcher.group(3), matcher.group(4)));
            }
            end = matcher.end();
        }
        if (end != text.length()) {
            throw new IllegalArgumentException("not a field path: " + text);
        }
        return new FieldPath(steps);
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
                when name.matches("[^.\\[\\]\"]+") ->
                    out.append(out.isEmpty() ? "" : ".").append(name);
                case Step.Field(String name) ->
                    out.append("[\"")
                            .append(name.replace("\\", "\\\\").replace("\"", "\\\""))
                            .append("\"]");
                case Step.Element(String key, String value) ->
                    out.append('[').append(key).append('=').append(value).append(']');
            }
        }
        return out.toString();
    }
}
