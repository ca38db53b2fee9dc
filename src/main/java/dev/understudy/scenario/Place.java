package dev.understudy.scenario;

/**
 * A place in a file.
 *
 * @param line from 1; 0 for none
 * @param column from 1, in characters; 0 for none
 */
public record Place(int line, int column) {
    /** For what concerns a file as a whole. */
    public static final Place NONE = new Place(0, 0);

    /** Where a file begins. */
    public static final Place START = new Place(1, 1);
}
