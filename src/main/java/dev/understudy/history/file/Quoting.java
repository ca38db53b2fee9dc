package dev.understudy.history.file;

/** Where the quotes of CSV stand after some text: whether a record is whole, without looking at the rest of the file. */
enum Quoting {
    /** No quote is open. */
    CLOSED,
    /** A quoted cell goes on in the next line. */
    OPEN,
    /** Behind a closing quote stands something else than the end of the cell. */
    MISPLACED;

    private static final int CELL_BEGINS = 0;
    private static final int PLAIN = 1;
    private static final int QUOTED = 2;
    private static final int QUOTE_ENDED = 3;

    /**
     * Follows the quotes through one line. A quote counts only at the beginning of a cell; two in a quoted cell are one
     * that is part of it.
     *
     * @param before {@link #OPEN} when the line begins inside a quoted cell
     */
    static Quoting after(String line, Quoting before, char separator) {
        int state = before == OPEN ? QUOTED : CELL_BEGINS;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (state) {
                case CELL_BEGINS -> state = c == '"' ? QUOTED : c == separator ? CELL_BEGINS : PLAIN;
                case PLAIN -> state = c == separator ? CELL_BEGINS : PLAIN;
                case QUOTED -> state = c == '"' ? QUOTE_ENDED : QUOTED;
                default -> {
                    if (c == '"') {
                        state = QUOTED;
                    } else if (c == separator) {
                        state = CELL_BEGINS;
                    } else if (!Character.isWhitespace(c)) {
                        return MISPLACED;
                    }
                }
            }
        }
        return state == QUOTED ? OPEN : CLOSED;
    }
}
