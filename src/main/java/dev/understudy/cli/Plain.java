package dev.understudy.cli;

/** Text from a command line or a file, as others may be shown it. */
final class Plain {
    private Plain() {}

    /**
     * Returns it in one line, without the characters that would do things to a terminal: controls, and those that turn
     * the direction of writing.
     */
    static String text(String typed) {
        return typed.replaceAll("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]+", " ").strip();
    }
}
