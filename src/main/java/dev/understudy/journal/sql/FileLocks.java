package dev.understudy.journal.sql;

import dev.understudy.journal.DrillId;
import dev.understudy.journal.DrillLock;
import dev.understudy.journal.JournalException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A lock file for each drill: {@code locks/<drill>.lock}. The operating system lets go of it when the process ends, by
 * {@code kill -9} too. The files stay; to remove one safely nobody else could be about to open it.
 */
public final class FileLocks implements DrillLock {
    /** Somebody who only looks holds the file for an instant; this often we ask again. */
    private static final int ATTEMPTS = 5;

    private static final int PAUSE_MILLIS = 10;

    /**
     * Files held by this process. Asking the operating system about them would not only answer wrongly: to close any
     * channel of a file gives up all locks that the process has on it.
     */
    private static final Set<Path> OURS = new HashSet<>();

    private final Path directory;

    /** @param directory where the lock files are; made when missing, for this user alone */
    public FileLocks(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    @Override
    public Optional<Held> tryLock(String drill) {
        Path file = file(drill);
        try {
            PrivateFiles.directory(directory);
            PrivateFiles.file(file);
            for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
                Optional<Held> held = tryOnce(file);
                if (held.isPresent() || ours(file)) {
                    return held;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            return tryOnce(file);
        } catch (IOException e) {
            throw failure(file, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public boolean isAlive(String drill) {
        Path file = file(drill);
        synchronized (OURS) {
            if (OURS.contains(file)) {
                return true;
            }
            if (!Files.exists(file)) {
                return false;
            }
            // shared, so that two who look do not take each other for the holder
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                    FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
                return lock == null;
            } catch (IOException e) {
                throw failure(file, e);
            }
        }
    }

    @SuppressWarnings("resource") // the channel lives as long as the hold
    private static Optional<Held> tryOnce(Path file) throws IOException {
        synchronized (OURS) {
            if (OURS.contains(file)) {
                return Optional.empty();
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            OURS.add(file);
            return Optional.of(() -> release(file, channel));
        }
    }

    private static void release(Path file, FileChannel channel) {
        synchronized (OURS) {
            if (!channel.isOpen()) {
                return;
            }
            try {
                channel.close();
            } catch (IOException e) {
                throw failure(file, e);
            } finally {
                OURS.remove(file);
            }
        }
    }

    private static boolean ours(Path file) {
        synchronized (OURS) {
            return OURS.contains(file);
        }
    }

    private Path file(String drill) {
        if (!DrillId.fits(drill)) {
            throw new IllegalArgumentException("'" + drill + "' is no id of a drill");
        }
        return directory.resolve(drill + ".lock");
    }

    private static JournalException failure(Path file, IOException cause) {
        return new JournalException(
                "cannot lock " + file + ": " + PrivateFiles.reason(cause)
                        + "; check that its directory can be written by this user and is on a disk with file locks",
                cause);
    }
}
