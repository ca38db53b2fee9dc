package dev.understudy.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command prints. Colours and a moving status line only on a terminal, never with {@code NO_COLOR} or
 * {@code TERM=dumb}. Safe for several threads.
 */
final class Screen {
    private final PrintWriter out;
    private final boolean terminal;
    private final boolean colours;
    private String status = "";

    Screen(PrintWriter out, boolean terminal, Map<String, String> environment) {
        this.out = out;
        this.terminal = terminal && !"dumb".equals(environment.get("TERM"));
        this.colours = this.terminal && !environment.containsKey("NO_COLOR");
    }

    /** Standard output, as this process has it. */
    static Screen standard() {
        return new Screen(
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                System.console() != null && System.console().isTerminal(),
                System.getenv());
    }

    /** Tells whether somebody looks at it on a terminal. */
    boolean terminal() {
        return terminal;
    }

    /** Prints a line above the status line. */
    synchronized void line(String text) {
        clearStatus();
        out.println(text);
        drawStatus();
        out.flush();
    }

    /** Shows or, with an empty text, removes the status line; nothing happens off a terminal. */
    synchronized void status(String text) {
        if (terminal && !text.equals(status)) {
            clearStatus();
            status = text;
            drawStatus();
            out.flush();
        }
    }

    /** Returns the text in a colour, where there are colours. */
    String in(Colour colour, String text) {
        return colours ? "\u001b[" + colour.code + "m" + text + "\u001b[0m" : text;
    }

    private void clearStatus() {
        if (!status.isEmpty()) {
            out.print("\r\u001b[K");
        }
    }

    private void drawStatus() {
        out.print(status);
    }

    /** The few colours in use; never the only sign of anything. */
    enum Colour {
        GREEN("32"),
        RED("31"),
        YELLOW("33"),
        DIM("2"),
        BOLD("1");

        private final String code;

        Colour(String code) {
            this.code = code;
        }
    }
}
