package dev.understudy.process.kubectl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a transcript anew with what was printed, where that differs; what changes with each run becomes {@code ...}. */
final class Rewriting {
    static final boolean WANTED = Boolean.getBoolean("understudy.write");

    private final Transcript transcript;
    private final List<String> lines;
    private int copied;

    Rewriting(Transcript transcript) {
        this.transcript = transcript;
        this.lines = new ArrayList<>();
    }

    void add(Step step, boolean matches, List<String> printed) {
        List<String> source = source();
        int after = step.line() + step.command().lines().toList().size() - 1;
        lines.addAll(source.subList(copied, after));
        lines.addAll(
                matches
                        ? step.printed()
                        : printed.stream().map(Rewriting::general).toList());
        copied = after + step.printed().size();
    }

    void write() {
        if (!WANTED) {
            return;
        }
        List<String> source = source();
        lines.addAll(source.subList(copied, source.size()));
        Path target = Path.of("target", "kubectl");
        try {
            Files.createDirectories(target);
            Files.write(target.resolve(transcript.file().getFileName()), lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> source() {
        try {
            return Files.readAllLines(transcript.file());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String general(String line) {
        return line.replaceAll("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b", "...")
                .replaceAll("-[a-z0-9]{6,10}-[a-z0-9]{5}\\b", "-...")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "...")
                .replaceAll("\\b[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} [0-9:]+ \\+0000", "...")
                .replaceAll("\\b(10|192)\\.\\d+\\.\\d+\\.\\d+\\b", "...")
                .replaceAll("\\b\\d+(ms|s|m|h)(\\d+(ms|s|m))?\\b", "...")
                .replaceAll("resourceVersion: \"\\d+\"", "resourceVersion: \"...\"");
    }
}
