package dev.understudy.history.file;

import java.io.IOException;

/** Nothing of a file can be taken. The message says why, and what to do. */
public final class UnusableFile extends IOException {
    public UnusableFile(String message) {
        super(message);
    }
}
