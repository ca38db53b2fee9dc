package dev.understudy.simulated.container;

import java.io.IOException;
import java.util.List;

/** Runs one more program in a container, as a container runtime does for {@code kubectl exec}. */
public final class Exec {
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
            var variables = Variables.of(container, world.store());
            return new Ending.Exited(Programs.run(new Call(container, world, command, variables, streams)));
        } catch (Ended exit) {
            return new Ending.Exited(exit.code());
        } catch (IOException | InterruptedException gone) {
            return new Ending.Cut();
        }
    }
}
