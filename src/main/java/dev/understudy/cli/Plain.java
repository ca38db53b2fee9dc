package dev.understudy.cli;

/** Text from a command line, as others may be shown it. */
final class Plain {
    private Plain() {}

    /** Returns it in one line, without the control characters that would do things to a terminal. */
    static String text(String typed) {
        return typed.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
