package dev.understudy.journal;

/** Somebody else has written to this drill since the caller last looked: read again and decide again. */
public final class JournalConflict extends JournalException {
    public JournalConflict(String drill, int expectedLength, int actualLength) {
        super(
                "drill " + drill + " has " + actualLength + " entries, not " + expectedLength
                        + ": another process has written to it; read it again",
                null);
    }
}
