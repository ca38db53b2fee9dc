package dev.understudy.simulated.container;

import java.io.IOException;
import java.util.List;

/** Runs one more program in a container, as a container runtime does for {@code kubectl exec}. */
public final class Exec {
    private static final int FAILED = 1;

    private Exec() {}

    /** Runs a program to its end, on this thread; an interrupt kills it. */
    public static Ending run(Container container, Surroundings world, List<String> command, Streams streams) {
        if (command.isEmpty() || command.getFirst().isEmpty()) {
            return new Ending.NotStarted("args must not be empty");
        }
        if (!Programs.knows(command.getFirst())) {
            String path = command.getFirst();
            String reason = path.contains("/")
                    ? "stat " + path + ": no such file or directory"
                    : "executable file not" + " found in $PATH";
            return new Ending.NotStarted("exec: \"" + path + "\": " + reason + " (" + Programs.apology() + ")");
        }
        try {
            return new Ending.Exited(code(container, world, command, streams));
        } catch (IOException | InterruptedException gone) {
            return new Ending.Cut();
        }
    }

    /** Whoever waits for a program learns of its end even when the simulation of the program fails. */
    private static int code(Container container, Surroundings world, List<String> command, Streams streams)
            throws IOException, InterruptedException {
        try {
            var variables = Variables.of(container, world.store());
            return Programs.run(new Call(container, world, command, variables, streams));
        } catch (Ended exit) {
            return exit.code();
        } catch (RuntimeException | StackOverflowError failure) {
            streams.complain(command.getFirst() + ": failed in the simulated container: " + failure);
            return FAILED;
        }
    }
}
