package dev.understudy.simulated.container;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The programs that every simulated container has, whatever its image. */
final class Programs {
    private static final int NOT_FOUND = 127;
    private static final Map<String, Program> ALL = new TreeMap<>();

    static {
        ALL.putAll(Map.of("sh", Shells::run, "bash", Shells::run, "ash", Shells::run));
        ALL.putAll(FilePrograms.ALL);
        ALL.putAll(SystemPrograms.ALL);
        ALL.putAll(NetworkPrograms.ALL);
    }

    private Programs() {}

    /** Tells whether a program can be called by this name or path. */
    static boolean knows(String name) {
        return ALL.containsKey(plain(name));
    }

    /** Says what to expect of a container that runs nothing really. */
    static String apology() {
        return "this container is simulated, keeps no files and has only " + String.join(", ", ALL.keySet());
    }

    /** Runs a program that a shell was told to run. */
    static int run(Call call) throws IOException, InterruptedException {
        Program program = ALL.get(plain(call.words().getFirst()));
        if (program == null) {
            call.streams().complain("sh: " + call.words().getFirst() + ": not found (" + apology() + ")");
            return NOT_FOUND;
        }
        return program.run(call);
    }

    private static String plain(String name) {
        boolean known = name.matches("(/usr)?(/local)?/s?bin/[^/]+");
        return known ? name.substring(name.lastIndexOf('/') + 1) : name;
    }
}
