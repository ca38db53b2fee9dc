package dev.understudy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text as it was agreed on, under {@code src/test/resources/report}. */
public final class GoldenFile {
    private GoldenFile() {}

    /** Compares; what is new is written to {@code target/golden}, to be copied from there once it is agreed on. */
    public static void check(String name, String actual) {
        try {
            Path written = Path.of("target", "golden", name);
            Files.createDirectories(Path.of("target", "golden"));
            Files.writeString(written, actual);
            assertThat(actual)
                    .as("if this is meant, copy %s to src/test/resources/report", written)
                    .isEqualTo(agreed(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String agreed(String name) throws IOException {
        try (InputStream in = GoldenFile.class.getResourceAsStream("/report/" + name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
