package dev.understudy.journal.json;

import org.jspecify.annotations.Nullable;

/** An entry cannot be written or read. The message names the place in the entry and never shows a value. */
public final class CodecException extends RuntimeException {
    CodecException(String message) {
        this(message, null);
    }

    CodecException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
