package dev.understudy.simulated.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Programs that read files and text. */
final class FilePrograms {
    static final Map<String, Program> ALL = Map.of(
            "cat", FilePrograms::cat,
            "ls", FilePrograms::ls,
            "echo", FilePrograms::echo,
            "env", FilePrograms::env,
            "printenv", FilePrograms::env,
            "grep", FilePrograms::grep,
            "wc", FilePrograms::wc,
            "test", FilePrograms::test,
            "[", FilePrograms::test);

    private FilePrograms() {}

    private static int cat(Call call) throws IOException {
        if (call.operands().isEmpty()) {
            call.streams().in().transferTo(call.streams().out());
            return 0;
        }
        int code = 0;
        for (String path : call.operands()) {
            Optional<String> content = call.files().read(path);
            if (content.isPresent()) {
                call.streams().print(content.get());
            } else {
                boolean folder = call.files().list(path).isPresent();
                call.streams().complain(folder ? "cat: read error: Is a directory" : absent("cat: can't open", path));
                code = 1;
            }
        }
        return code;
    }

    private static String absent(String start, String path) {
        return start + " '" + path + "': No such file or directory";
    }

    private static int ls(Call call) throws IOException {
        List<String> paths = call.operands().isEmpty() ? List.of("/") : call.operands();
        int code = 0;
        for (String path : paths) {
            Optional<List<String>> names = call.files().list(path);
            if (names.isPresent()) {
                for (String name : names.get()) {
                    call.streams().say(name);
                }
            } else if (call.files().read(path).isPresent()) {
                call.streams().say(path);
            } else {
                call.streams().complain("ls: " + path + ": No such file or directory");
                code = 1;
            }
        }
        return code;
    }

    private static int echo(Call call) throws IOException {
        boolean open = call.hasOption("-n");
        List<String> words = call.arguments().stream()
                .dropWhile(word -> word.equals("-n") || word.equals("-e"))
                .toList();
        String text = String.join(" ", words);
        if (call.hasOption("-e")) {
            text = text.replace("\\n", "\n").replace("\\t", "\t");
        }
        call.streams().print(open ? text : text + "\n");
        return 0;
    }

    private static int env(Call call) throws IOException {
        if (call.operands().isEmpty()) {
            for (Map.Entry<String, String> each : call.variables().entrySet()) {
                call.streams().say(each.getKey() + "=" + each.getValue());
            }
            return 0;
        }
        int code = 0;
        for (String name : call.operands()) {
            String value = call.variables().get(name);
            if (value == null) {
                code = 1;
            } else {
                call.streams().say(value);
            }
        }
        return code;
    }

    /** Shows the lines that hold a pattern; understands {@code -i}, {@code -v}, {@code -q} and {@code -c}. */
    private static int grep(Call call) throws IOException {
        if (call.operands().isEmpty()) {
            call.streams().complain("usage: grep [-ivqc] PATTERN [FILE]");
            return 2;
        }
        String pattern = call.operands().getFirst();
        Pattern wanted;
        try {
            wanted = Pattern.compile(pattern, has(call, 'i') ? Pattern.CASE_INSENSITIVE : 0);
        } catch (PatternSyntaxException notUnderstood) {
            call.streams().complain("grep: bad regex '" + pattern + "': " + notUnderstood.getDescription());
            return 2;
        }
        String file = call.operands().size() > 1 ? call.operands().get(1) : "";
        Optional<String> text =
                file.isEmpty() ? Optional.of(input(call)) : call.files().read(file);
        if (text.isEmpty()) {
            call.streams().complain("grep: " + file + ": No such file or directory");
            return 2;
        }
        List<String> found = text.get()
                .lines()
                .filter(line -> wanted.matcher(line).find() != has(call, 'v'))
                .toList();
        if (has(call, 'c')) {
            call.streams().say(Integer.toString(found.size()));
        } else if (!has(call, 'q')) {
            for (String line : found) {
                call.streams().say(line);
            }
        }
        return found.isEmpty() ? 1 : 0;
    }

    /** Counts lines; it does so whether or not {@code -l} is given. */
    private static int wc(Call call) throws IOException {
        String text = call.operands().isEmpty()
                ? input(call)
                : call.files().read(call.operands().getFirst()).orElse("");
        call.streams().say(Long.toString(text.lines().count()));
        return 0;
    }

    private static int test(Call call) {
        List<String> words =
                call.arguments().stream().filter(word -> !word.equals("]")).toList();
        boolean holds = switch (words.size()) {
            case 1 -> !words.getFirst().isEmpty();
            case 2 -> holds(call, words.get(0), words.get(1));
            case 3 -> words.get(1).startsWith("=") == words.get(0).equals(words.get(2));
            default -> false;
        };
        return holds ? 0 : 1;
    }

    private static boolean holds(Call call, String question, String about) {
        return switch (question) {
            case "-n" -> !about.isEmpty();
            case "-z" -> about.isEmpty();
            case "-d" -> call.files().list(about).isPresent();
            case "-f", "-s", "-r" -> call.files().read(about).isPresent();
            case "-e" ->
                call.files().read(about).isPresent() || call.files().list(about).isPresent();
            default -> false;
        };
    }

    private static boolean has(Call call, char option) {
        return call.arguments().stream().anyMatch(word -> word.matches("-[a-zA-Z]*" + option + "[a-zA-Z]*"));
    }

    private static String input(Call call) throws IOException {
        return new String(call.streams().in().readAllBytes(), StandardCharsets.UTF_8);
    }
}
