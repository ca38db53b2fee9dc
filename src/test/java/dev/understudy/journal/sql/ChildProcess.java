package dev.understudy.journal.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another Java process with the classes of this test; killed, if it still lives, when closed. */
final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private ChildProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** @param scratch for the native library, which a killed process leaves behind */
    static ChildProcess start(Path scratch, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-Dorg.sqlite.tmpdir=" + scratch,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ChildProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits for the next line; null at the end of the output. */
    @Nullable
    String line() throws IOException {
        return output.readLine();
    }

    /** SIGKILL, and the end of the process. */
    void kill() {
        process.toHandle()
                .destroyForcibly(); // the process itself would also close the output, with the last lines in it
        process.onExit().join();
    }

    /** Waits for the process to end by itself. */
    int exitCode() {
        return process.onExit().join().exitValue();
    }

    @Override
    public void close() throws IOException {
        kill();
        output.close();
    }
}
