package dev.understudy.report.page;

import dev.understudy.report.picture.Mood;

/** A piece of a line. All text in it is anybody's: the printers escape it. */
public sealed interface Span {
    /** Words. */
    record Plain(String text) implements Span {}

    /** Words that matter. */
    record Strong(String text) implements Span {}

    /** Something that a program would take as it is. */
    record Code(String text) implements Span {}

    /** Words that lead somewhere. */
    record Link(String text, Target target) implements Span {}

    /** A word in a box, with its sign. */
    record Chip(String text, Mood mood) implements Span {}
}
