package dev.understudy.simulated.node.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a command comes to, as far as it can be told without running it: {@code sleep}, {@code exit}, {@code true},
 * {@code false} and {@code echo}, alone or in a shell one after the other. Nothing is known of any other command.
 *
 * @param length how long it runs; empty when it never ends
 * @param code its exit code
 */
record Script(Optional<Duration> length, int code) {
    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash");
    private static final Pattern BEYOND_US =
            Pattern.compile("[|$`(){}<*]|\\b(while|until|for|if|trap|exec|wait)\\b|&$");

    /** Reads the words of a command, empty when it is unknown what they do. */
    static Optional<Script> of(List<String> words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String program = words.getFirst().replaceFirst(".*/", "");
        if (SHELLS.contains(program)) {
            boolean inline = words.size() == 3 && words.get(1).matches("-[a-z]*c");
            return inline && !BEYOND_US.matcher(words.get(2).strip()).find()
                    ? statements(words.get(2))
                    : Optional.empty();
        }
        return statements(program + " " + String.join(" ", words.subList(1, words.size())));
    }

    /** Returns command and arguments of a container. */
    static List<String> words(JsonNode container) {
        List<String> words = new ArrayList<>();
        container.path("command").forEach(word -> words.add(word.asText()));
        container.path("args").forEach(word -> words.add(word.asText()));
        return container.has("command") ? words : List.of();
    }

    private static Optional<Script> statements(String script) {
        Duration length = Duration.ZERO;
        int code = 0;
        for (String statement : script.strip().split("\\s*(?:;|&&|\\n)\\s*")) {
            String[] words = statement.strip().split("\\s+");
            String argument = words.length > 1 ? words[1] : "";
            switch (words[0]) {
                case "", "true", ":", "echo", "printf" -> code = 0;
                case "false" -> code = 1;
                case "exit" -> {
                    return number(argument.isEmpty() ? Integer.toString(code) : argument, length);
                }
                case "sleep" -> {
                    if (argument.startsWith("inf")) {
                        return Optional.of(new Script(Optional.empty(), 0));
                    }
                    Optional<Duration> nap = seconds(argument);
                    if (nap.isEmpty()) {
                        return Optional.empty();
                    }
                    length = length.plus(nap.get());
                    code = 0;
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Script(Optional.of(length), code));
    }

    private static Optional<Script> number(String code, Duration length) {
        return code.matches("\\d{1,3}")
                ? Optional.of(new Script(Optional.of(length), Integer.parseInt(code) & 0xff))
                : Optional.empty();
    }

    private static Optional<Duration> seconds(String text) {
        return text.matches("\\d{1,9}(\\.\\d{1,3})?s?")
                ? Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(text.replace("s", "")) * 1000)))
                : Optional.empty();
    }
}
