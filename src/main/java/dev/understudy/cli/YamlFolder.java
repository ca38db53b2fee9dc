package dev.understudy.cli;

import dev.understudy.scenario.language.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a directory and its folders that are written in our language; worlds of ordinary manifests often stand beside them. */
final class YamlFolder {
    private static final Pattern OURS = Pattern.compile("apiVersion\\s*:\\s*[\"']?understudy\\.dev.*");
    private static final int LOOKED_AT = 64 * 1024;

    private YamlFolder() {}

    /** Returns the files by name. */
    static List<Source> sources(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.getFileName().toString().matches(".*\\.ya?ml"))
                    .filter(Files::isRegularFile)
                    .filter(YamlFolder::ours)
                    .sorted()
                    .map(Source::file)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be listed", e);
        }
    }

    private static boolean ours(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String beginning = new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
            return beginning.lines().anyMatch(line -> OURS.matcher(line).matches());
        } catch (IOException e) {
            return true; // reading it again reports why it cannot be read
        }
    }
}
