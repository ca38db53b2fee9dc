package dev.understudy.process.kubectl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A shell in a folder of its own, with a kubeconfig: what somebody has in front of him. */
final class Terminal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path folder;
    private final Path kubeconfig;
    private final Deque<Running> background = new ArrayDeque<>();

    Terminal(Path folder, Path kubeconfig) {
        this.folder = folder;
        this.kubeconfig = kubeconfig;
    }

    /** A command under way and what it has printed. */
    private record Running(Process process, List<String> printed, Thread ear) {
        void end() {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    /** Types a command and returns what it printed; a failure is seen in a last line such as {@code [exit 1]}. */
    List<String> type(Step step) {
        if (step.stops()) {
            return stop(step);
        }
        Running running = start(step.withoutAmpersand());
        if (step.goesOn()) {
            background.push(running);
            return List.of();
        }
        return wait(running);
    }

    private List<String> stop(Step step) {
        Running running = background.pop();
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> step.matches(running.printed()));
        } catch (ConditionTimeoutException _) {
            // what it printed tells why
        }
        running.end();
        return List.copyOf(running.printed());
    }

    private List<String> wait(Running running) {
        try {
            if (!running.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                running.end();
                running.printed().add("[did not end]");
            }
            running.ear().join();
            if (running.process().exitValue() > 0 && !running.printed().contains("[did not end]")) {
                running.printed().add("[exit " + running.process().exitValue() + "]");
            }
            return List.copyOf(running.printed());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private Running start(String command) {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().put("KUBECONFIG", kubeconfig.toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("EDITOR", "true");
        builder.environment()
                .put("WORLDS", Path.of("scenarios", "worlds").toAbsolutePath().toString());
        try {
            Process process = builder.start();
            List<String> printed = new CopyOnWriteArrayList<>();
            Thread ear = Thread.startVirtualThread(() -> hear(process, printed));
            return new Running(process, printed, ear);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void hear(Process process, List<String> printed) {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(printed::add);
        } catch (IOException | UncheckedIOException _) {
            // ended in the middle of a line
        }
    }

    @Override
    public void close() {
        background.forEach(Running::end);
    }
}
