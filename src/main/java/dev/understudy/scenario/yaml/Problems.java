package dev.understudy.scenario.yaml;

import dev.understudy.scenario.Place;
import dev.understudy.scenario.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects the problems of one file. Keeps the first few hundred: a file of another kind could have a million. */
public final class Problems {
    private static final int KEPT = 200;
    private static final int LONGEST = 600;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]");

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private int dropped;

    public Problems(String file) {
        this.file = file;
    }

    /** Name of the file, as the user gave it. */
    public String file() {
        return file;
    }

    public void add(Place place, String message, @Nullable String hint) {
        add(new Problem(file, place.line(), place.column(), message, hint));
    }

    public void addAll(Collection<Problem> others) {
        others.forEach(this::add);
    }

    private void add(Problem problem) {
        if (problems.size() < KEPT) {
            String hint = problem.hint();
            problems.add(new Problem(
                    problem.file(),
                    problem.line(),
                    problem.column(),
                    visible(problem.message()),
                    hint == null ? null : visible(hint)));
        } else {
            dropped++;
        }
    }

    /** What a file says is quoted in messages: it must neither flood a terminal nor reach it as a command. */
    private static String visible(String text) {
        return INVISIBLE
                .matcher(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...")
                .replaceAll(found -> "\\\\u%04X".formatted(found.group().codePointAt(0)));
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Returns the problems from the top of the file down, each once. */
    public List<Problem> inOrder() {
        List<Problem> ordered = new ArrayList<>(problems.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList());
        if (dropped > 0) {
            ordered.add(new Problem(file, 0, 0, "and " + dropped + " more problems", null));
        }
        return ordered;
    }
}
