package dev.understudy.process.kubectl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file with commands and what they printed: a command begins with {@code $ }, goes on in lines that begin with
 * {@code > }, and is followed by its output. Lines that begin with {@code #} tell the reader what is going on.
 */
record Transcript(Path file, List<Step> steps) {
    static Transcript read(Path file) {
        try {
            return new Transcript(file, steps(Files.readAllLines(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Step> steps(List<String> lines) {
        List<Step> steps = new ArrayList<>();
        int next = 0;
        while (next < lines.size()) {
            int line = next;
            if (!lines.get(next++).startsWith("$ ")) {
                continue;
            }
            StringBuilder command = new StringBuilder(lines.get(line).substring(2));
            while (next < lines.size() && lines.get(next).startsWith("> ")) {
                command.append('\n').append(lines.get(next++).substring(2));
            }
            List<String> printed = new ArrayList<>();
            while (next < lines.size() && isPrinted(lines.get(next))) {
                printed.add(lines.get(next++));
            }
            while (!printed.isEmpty() && printed.getLast().isBlank()) {
                printed.removeLast();
            }
            steps.add(new Step(command.toString(), printed, line + 1));
        }
        return steps;
    }

    private static boolean isPrinted(String line) {
        return !line.startsWith("$ ") && !line.startsWith("# ");
    }
}
