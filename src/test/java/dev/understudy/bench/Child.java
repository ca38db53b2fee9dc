package dev.understudy.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A program of ours in a process of its own, spoken to line by line. */
final class Child implements AutoCloseable {
    private final String name;
    private final Process process;
    private final BufferedReader out;
    private final PrintStream in;

    Child(Class<?> program, String heap, String... args) throws IOException {
        name = program.getSimpleName();
        List<String> command = new ArrayList<>(List.of(
                java(), "--enable-native-access=ALL-UNNAMED", heap, "-cp", System.getProperty("java.class.path")));
        command.add(program.getName());
        command.addAll(List.of(args));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    void say(String line) {
        in.println(line);
    }

    /** Waits for a line that begins with a word; returns its words. */
    String[] await(String word) throws IOException {
        for (String[] line = next(); line != null; line = next()) {
            if (line[0].equals(word)) {
                return line;
            }
        }
        throw new IOException(name + " ended before it said '" + word + "'");
    }

    /** Returns the words of the next line; null at the end. */
    String @Nullable [] next() throws IOException {
        String line = out.readLine();
        return line == null ? null : line.split(" ");
    }

    @Override
    public void close() {
        process.destroy();
    }
}
