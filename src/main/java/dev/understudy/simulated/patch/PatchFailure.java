package dev.understudy.simulated.patch;

/** A patch that cannot be read or does not fit the object. */
public final class PatchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean unreadable;
    private final String words;

    private PatchFailure(boolean unreadable, String words) {
        super(words, null, false, false);
        this.unreadable = unreadable;
        this.words = words;
    }

    /** The patch itself is broken: 400. */
    public static PatchFailure unreadable(String why) {
        return new PatchFailure(true, why);
    }

    /** The patch is understood and cannot be carried out on this object: 422. */
    public static PatchFailure impossible(String why) {
        return new PatchFailure(false, why);
    }

    /** Tells whether the patch itself is broken, whatever the object. */
    public boolean isUnreadable() {
        return unreadable;
    }

    @Override
    public String getMessage() {
        return words;
    }
}
