package dev.understudy.cli;

import dev.understudy.history.file.Format;
import dev.understudy.history.file.UnusableFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file to be imported, or standard input; open.
 *
 * @param name as the user gave it
 * @param path null for standard input
 * @param in all of it
 * @param beginning its first bytes, to recognise it by
 * @param size in bytes; 0 when unknown
 */
record ImportFile(String name, @Nullable Path path, InputStream in, byte[] beginning, long size)
        implements AutoCloseable {
    private static final String STANDARD_INPUT = "-";

    /**
     * Opens it.
     *
     * @param standardInput what {@code -} stands for
     * @throws UnusableFile when it cannot be read
     */
    static ImportFile open(String name, InputStream standardInput) throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            return begun("<stdin>", null, standardInput, 0);
        }
        Path path = Path.of(name);
        if (Files.isDirectory(path)) {
            throw new UnusableFile("it is a directory; name a file in it");
        }
        try {
            return begun(name, path, Files.newInputStream(path), Files.size(path));
        } catch (NoSuchFileException e) {
            throw new UnusableFile("there is no such file");
        } catch (AccessDeniedException e) {
            throw new UnusableFile("it may not be read; check its permissions");
        }
    }

    private static ImportFile begun(String name, @Nullable Path path, InputStream in, long size) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 2 * Format.LOOKED_AT);
        buffered.mark(Format.LOOKED_AT);
        byte[] beginning = buffered.readNBytes(Format.LOOKED_AT);
        buffered.reset();
        return new ImportFile(name, path, buffered, beginning, size);
    }

    /** Returns the file of that name beside this one, or in the working directory; empty path when there is neither. */
    @Nullable
    Path beside(String fileName) {
        Path here = Path.of(fileName);
        Path beside = path == null ? here : path.resolveSibling(fileName);
        return Files.exists(beside) ? beside : Files.exists(here) ? here : null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
