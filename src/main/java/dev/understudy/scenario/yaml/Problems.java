package dev.understudy.scenario.yaml;

import dev.understudy.scenario.Place;
import dev.understudy.scenario.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the problems of one file. Keeps the first few hundred: a file of another kind could have a million. */
public final class Problems {
    private static final int KEPT = 200;

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
            problems.add(problem);
        } else {
            dropped++;
        }
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
