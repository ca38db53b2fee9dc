package dev.understudy.cli;

import dev.understudy.history.file.Onlooker;
import dev.understudy.history.file.Reject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches an import: shows how far it is, keeps the first rejects or writes all of them down, and ends it between two batches
 * when the process is told to end.
 */
final class ImportWatch implements Onlooker, AutoCloseable {
    private static final int KEPT = 20;
    private static final double NANOS = 1e9;
    private static final int MIB = 1 << 20;
    /** How long the end of a batch is waited for; longer only when nothing comes from standard input. */
    private static final int SECONDS = 5;

    private final Screen screen;
    private final ImportFile file;
    private final @Nullable PrintWriter sheet;
    private final List<Reject> first = new ArrayList<>();
    private final long start = System.nanoTime();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "import-interruption");
    private volatile boolean stopped;
    private volatile long rows;

    /**
     * @param rejects where all rejects are written; null for keeping the first few
     */
    ImportWatch(Screen screen, ImportFile file, @Nullable Path rejects) throws IOException {
        this.screen = screen;
        this.file = file;
        this.sheet = rejects == null
                ? null
                : new PrintWriter(Files.newBufferedWriter(rejects, StandardCharsets.UTF_8), false);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void rejected(Reject reject) {
        if (sheet != null) {
            sheet.println(file.name() + ":" + reject.words());
        } else if (first.size() < KEPT) {
            first.add(reject);
        }
    }

    @Override
    public boolean stored(long bytes, long rowsRead) {
        rows = rowsRead;
        double seconds = (System.nanoTime() - start) / NANOS;
        String size = file.size() == 0 ? "" : " of " + (file.size() + MIB - 1) / MIB;
        screen.status("%d%s MiB, %,d rows, %,.0f rows/s".formatted(bytes / MIB, size, rowsRead, rowsRead / seconds));
        return !stopped;
    }

    private void stop() {
        stopped = true;
        try {
            if (!over.await(SECONDS, TimeUnit.SECONDS)) {
                screen.status("");
                screen.line("interrupted after " + rows + " rows; what was stored stays, and running it again goes on");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the first rejects by line; none when all of them are written down. */
    List<Reject> first() {
        return first.stream().sorted(Comparator.comparingLong(Reject::line)).toList();
    }

    /** Tells that nothing more will be printed while it runs. */
    void done() {
        screen.status("");
    }

    /** Tells that everything is said; a write of the rejects that failed is told by the caller. */
    @Override
    public void close() throws IOException {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the process is ending, and the hook is what waited for this
        }
        if (sheet != null && closedBadly(sheet)) {
            throw new IOException("the rejects could not all be written down: is the disk full?");
        }
    }

    private static boolean closedBadly(PrintWriter writer) {
        boolean bad = writer.checkError();
        writer.close();
        return bad || writer.checkError();
    }
}
