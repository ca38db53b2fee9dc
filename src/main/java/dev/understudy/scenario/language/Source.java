package dev.understudy.scenario.language;

import dev.understudy.scenario.Place;
import dev.understudy.scenario.yaml.Problems;
import dev.understudy.scenario.yaml.YamlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a file comes from.
 *
 * @param name as the user gave it; begins every problem
 * @param path null for what is not a file
 * @param opener opens it once
 */
public record Source(String name, @Nullable Path path, Opener opener) {
    /** Opens the stream to read from. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    /** A file. */
    public static Source file(Path path) {
        return new Source(path.toString(), path, () -> Files.newInputStream(path));
    }

    /** Standard input, or a stream like it; read up to the limit, and closed. */
    public static Source stream(String name, InputStream in) {
        return new Source(name, null, () -> in);
    }

    /** Text that is there already. */
    public static Source text(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Source(name, null, () -> new ByteArrayInputStream(bytes));
    }

    /** The file of that name beside this one, else in the folder above if it is there; empty when this is not a file. */
    Optional<Source> nearest(String fileName) {
        return Optional.ofNullable(path).map(own -> {
            Path beside = own.resolveSibling(fileName);
            Path folder = own.toAbsolutePath().getParent();
            boolean above = folder != null && !Files.exists(beside) && Files.exists(folder.resolveSibling(fileName));
            return file(above ? own.resolveSibling(Path.of("..", fileName)).normalize() : beside);
        });
    }

    boolean exists() {
        return path == null || Files.exists(path);
    }

    /** Returns the content, or as much of it as shows that it is too long; empty after a problem was added. */
    Optional<byte[]> bytes(Problems problems) {
        if (path != null && Files.isDirectory(path)) {
            problems.add(Place.NONE, "is a directory", "name a file in it");
            return Optional.empty();
        }
        try (InputStream in = opener.open()) {
            return Optional.of(in.readNBytes(YamlReader.MAX_BYTES + 1));
        } catch (NoSuchFileException e) {
            problems.add(Place.NONE, "there is no such file", null);
        } catch (AccessDeniedException e) {
            problems.add(Place.NONE, "this file may not be read", "check its permissions");
        } catch (IOException e) {
            problems.add(Place.NONE, "cannot be read: " + e.getMessage(), null);
        }
        return Optional.empty();
    }
}
