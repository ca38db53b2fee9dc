package dev.understudy.simulated.world;

import java.util.List;
import java.util.stream.Collectors;

/** A world's file cannot be used; every problem is listed, in the order of the file. */
public final class WorldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<WorldProblem> problems;

    public WorldException(List<WorldProblem> problems) {
        super(problems.stream().map(WorldProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<WorldProblem> problems() {
        return problems;
    }
}
