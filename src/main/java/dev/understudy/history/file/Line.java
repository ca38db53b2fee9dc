package dev.understudy.history.file;

import dev.understudy.history.Flaw;

/** One line of a file. */
public sealed interface Line {
    /** Its number, from 1. */
    long number();

    /**
     * A line that can be read.
     *
     * @param text without what ends it
     */
    record Text(long number, String text) implements Line {}

    /** A line that cannot. */
    record Spoilt(long number, Flaw flaw) implements Line {}
}
