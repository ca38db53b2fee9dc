package dev.understudy.cluster;

import java.util.Locale;

/** What an undo found and did; in order of how much it asks of the reader. */
public enum UndoResult {
    /** A controller ends the effect by itself. */
    SELF_ENDING,
    /** The object is no more, or is another one of the same name. */
    GONE,
    /** It shows the old value again, or never showed ours: nothing to do. */
    RESTORED,
    /** Our value was there and is taken back. */
    UNDONE,
    /** Somebody else has set a third value, or ours as their own: left alone. */
    DIVERGED,
    /** It could not be taken back; somebody must finish the job. */
    FAILED;

    /** Returns the word of the report: {@code self-ending}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
