package dev.understudy.process.kubectl;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One command of a transcript and what it printed. In what it printed, {@code ...} stands for any text of a line, and
 * for any lines where it is a line of its own; how many blanks part two columns does not matter.
 *
 * @param command for a shell; with {@code &} at the end it goes on in the background, until {@code stop}
 * @param printed lines of standard output and error together
 * @param line where the command stands in its file
 */
record Step(String command, List<String> printed, int line) {
    private static final String STOP = "stop";

    boolean goesOn() {
        return command.endsWith(" &");
    }

    /** Ends the command in the background, as Ctrl-C does, once it has printed what is expected. */
    boolean stops() {
        return command.equals(STOP);
    }

    String withoutAmpersand() {
        return goesOn() ? command.substring(0, command.length() - 2) : command;
    }

    boolean matches(List<String> actual) {
        String text =
                actual.stream().map(Step::squeezed).map(line -> line + "\n").collect(Collectors.joining());
        return pattern().matcher(text.stripTrailing() + "\n").matches();
    }

    private Pattern pattern() {
        String lines = printed.stream()
                .map(line -> line.strip().equals("...") ? "(?:.*\n)*?" : pattern(squeezed(line)) + "\n")
                .collect(Collectors.joining());
        return Pattern.compile(lines.isEmpty() ? "\n" : lines);
    }

    private static String pattern(String line) {
        return Pattern.quote(line).replace("...", "\\E.*\\Q");
    }

    private static String squeezed(String line) {
        return line.stripTrailing().replaceAll("(?<=\\S)\\s+", " ");
    }
}
