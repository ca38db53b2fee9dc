package dev.understudy.history;

/**
 * One thing for which a row of an incident file is not taken.
 *
 * @param text what is wrong, with what to do where that is not plain
 */
public record Flaw(Kind kind, String text) {
    /** What sort of flaw, to count them by. */
    public enum Kind {
        /** Bytes that are no text in the file's encoding, or a NUL among them. */
        ENCODING("characters that cannot be read"),
        /** More of something than anybody writes. */
        LENGTH("too long"),
        /** A quote that is never closed, or text behind one that is. */
        QUOTE("a quote out of place"),
        /** Not as many cells as the header has. */
        CELLS("more or fewer cells than the header"),
        /** A line that is no JSON object, or one of another form. */
        JSON("not the JSON that is wanted"),
        /** Something that no incident can be without. */
        MISSING("something needed is missing"),
        /** A time that nobody can read. */
        TIME("a time that cannot be read"),
        /** A time by the clocks of nobody knows where. */
        ZONE("a time without a zone"),
        /** A number that is none. */
        NUMBER("a number that cannot be read"),
        /** A name that is no responder's. */
        PERSON("unknown people"),
        /** The row says two things that cannot both be true. */
        CONTRADICTION("contradicts itself"),
        /** Another incident has the same id. */
        CONFLICT("the id is taken by another incident");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Returns what a summary calls it. */
        public String words() {
            return words;
        }
    }
}
