package dev.understudy.simulated.container.shell;

import java.util.List;

/**
 * One word of a script, before its variables are filled in.
 *
 * @param pieces its parts, such as a quoted one beside a plain one
 */
public record Word(List<Piece> pieces) {
    public Word {
        pieces = List.copyOf(pieces);
    }

    /** A part of a word. */
    public sealed interface Piece {}

    /** Stands for itself. */
    public record Literal(String text) implements Piece {}

    /**
     * Stands for a variable's value.
     *
     * @param name such as {@code HOME} or {@code ?}
     * @param otherwise what stands for it when it is not set
     * @param quoted whether it stays one word whatever is in it
     */
    public record Variable(String name, String otherwise, boolean quoted) implements Piece {}

    /**
     * Stands for what a script prints.
     *
     * @param quoted whether it stays one word whatever is in it
     */
    public record Output(Script script, boolean quoted) implements Piece {}

    /** Returns the text of a word without variables and quotes, or an empty one; keywords are such words. */
    String keyword() {
        return pieces.size() == 1 && pieces.getFirst() instanceof Literal(String text) ? text : "";
    }
}
