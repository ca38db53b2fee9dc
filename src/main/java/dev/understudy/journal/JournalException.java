package dev.understudy.journal;

import org.jspecify.annotations.Nullable;

/** The journal cannot be written or read. The message says where it is, what is wrong, and what to do. */
public class JournalException extends RuntimeException {
    public JournalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
