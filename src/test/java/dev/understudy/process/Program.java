package dev.understudy.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The real program in a process of its own: heard line by line, signalled by its id, and ended in any case. */
final class Program implements AutoCloseable {
    /** More than a busy machine ever needs, and more than a failing undo is tried again. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final List<String> out = new CopyOnWriteArrayList<>();
    private final List<String> err = new CopyOnWriteArrayList<>();
    private final List<Thread> ears;

    private Program(Process process) {
        this.process = process;
        ears = List.of(
                Thread.startVirtualThread(() -> hear(process.inputReader(StandardCharsets.UTF_8), out)),
                Thread.startVirtualThread(() -> hear(process.errorReader(StandardCharsets.UTF_8), err)));
    }

    /** Starts it in an environment that is added to ours, without any Kubernetes of this machine. */
    static Program start(Path temporary, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // as quick to start as can be: it lives for seconds
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                Path.of("target", "classes") + System.getProperty("path.separator") + Path.of("target", "lib", "*"),
                "dev.understudy.cli.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("KUBE") || name.equals("NO_COLOR"));
        builder.environment().putAll(environment);
        try {
            return new Program(builder.start());
        } catch (IOException e) {
            throw new AssertionError("cannot be started: " + command, e);
        }
    }

    private static void hear(BufferedReader reader, List<String> lines) {
        try (reader) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException _) {
            // it was killed in the middle of a line
        }
    }

    /** Waits until it prints a line with this text, and returns the line. */
    String await(String text) {
        Awaitility.await("a line with '" + text + "'")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> line(text).isPresent() || !process.isAlive());
        return line(text).orElseThrow(() -> new AssertionError("it ended without '" + text + "': " + ended()));
    }

    private Optional<String> line(String text) {
        return out.stream().filter(line -> line.contains(text)).findFirst();
    }

    /** Returns the id of the drill that it runs. */
    String drill() {
        return drill("lost-cache");
    }

    /** Returns the id of the drill of a scenario that it runs. */
    String drill(String scenario) {
        return await("drill " + scenario + "-").substring("drill ".length());
    }

    /** Ends it at once, as the kernel does: it cannot do anything about it. */
    Ended kill() {
        process.destroyForcibly();
        return ended();
    }

    /** Sends a signal such as {@code INT}. */
    Program signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            if (kill.waitFor() != 0) {
                throw new AssertionError("no signal " + name + " reached the process");
            }
            return this;
        } catch (IOException e) {
            throw new AssertionError("signals cannot be sent here", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Waits for its end. */
    Ended ended() {
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("it did not end; it said " + out + err);
            }
            for (Thread ear : ears) {
                ear.join();
            }
            return new Ended(process.exitValue(), List.copyOf(out), List.copyOf(err));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static AssertionError interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new AssertionError("interrupted", e);
    }

    /** Tells whether children of this process hear a signal: those of a shell's background job do not hear INT. */
    static boolean hears(String signal) {
        Path status = Path.of("/proc/self/status");
        try {
            return !signal.equals("INT")
                    || !Files.isReadable(status)
                    || Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("SigIgn:"))
                            .map(line -> Long.parseUnsignedLong(
                                    line.substring("SigIgn:".length()).strip(), 16))
                            .noneMatch(ignored -> (ignored & 0b10) != 0);
        } catch (IOException _) {
            return true;
        }
    }
}
