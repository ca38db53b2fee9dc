package dev.understudy.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps what was said of a debrief until it is recorded, and says where when the process ends before that. */
final class DraftFile implements AutoCloseable {
    private final Path file;
    private final Thread hook;

    DraftFile(Path file, String drill, PrintWriter out) {
        this.file = file;
        this.hook = new Thread(
                () -> {
                    out.println();
                    out.println(where(file, drill));
                    out.flush();
                },
                "debrief-draft");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Returns the sentence that says how to go on with a draft. */
    static String where(Path file, String drill) {
        return Files.exists(file)
                ? "not recorded; what was said is kept in " + file + ": finish it there, then run"
                        + " 'understudy debrief " + drill + " --file " + file + "'"
                : "not recorded; nothing had been said";
    }

    /** Replaces what is there, whole or not at all. */
    void keep(String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the draft in " + file, e);
        }
    }

    /** Removes what is in the journal by now. */
    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the draft " + file, e);
        }
    }

    /** Ends the watch for the end of the process. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the process is ending, and the hook says where the draft is
        }
    }
}
