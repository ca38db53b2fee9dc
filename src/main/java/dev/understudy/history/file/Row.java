package dev.understudy.history.file;

import dev.understudy.history.Column;
import dev.understudy.history.Flaw;
import dev.understudy.history.Participation.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One record of a file, before anybody has made sense of it. */
sealed interface Row {
    /** Number of the line that it begins on, from 1. */
    long line();

    /**
     * A record that can be read.
     *
     * @param cells what it says in which column, stripped; nothing that is blank
     * @param parts who took what part
     */
    record Raw(long line, Map<Column, String> cells, List<Part> parts) implements Row {}

    /** Somebody's part, by the name that the file has for them. */
    record Part(Kind kind, String who) {
        private static final String BETWEEN_NAMES = ";";

        /** Returns one for each name in a text. */
        static List<Part> each(Kind kind, String names) {
            return Arrays.stream(names.split(BETWEEN_NAMES))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .map(name -> new Part(kind, name))
                    .toList();
        }
    }

    /** A record that cannot. */
    record Spoilt(long line, Flaw flaw) implements Row {}
}
