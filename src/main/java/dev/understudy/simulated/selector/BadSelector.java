package dev.understudy.simulated.selector;

/** A selector that cannot be read, or that names a field by which nothing can be selected. */
public final class BadSelector extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String words;

    BadSelector(String words) {
        super(words, null, false, false);
        this.words = words;
    }

    @Override
    public String getMessage() {
        return words;
    }
}
