package dev.understudy.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with a text file; {@code -Dgolden=write} writes the files anew, for a reader to judge the difference. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/dev/understudy/drill");

    private Golden() {}

    static void check(String file, String actual) {
        Path path = FOLDER.resolve(file);
        String text = actual.replace("\r\n", "\n");
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.writeString(path, text);
            }
            assertThat(text).as(file).isEqualTo(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
