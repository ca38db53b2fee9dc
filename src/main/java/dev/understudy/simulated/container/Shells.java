package dev.understudy.simulated.container;

import dev.understudy.simulated.container.shell.Script;
import dev.understudy.simulated.container.shell.SyntaxException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code sh}: a script from its arguments, or line after line from its input. */
final class Shells {
    private static final String PROMPT = "/ # ";
    private static final String MORE = "> ";

    private Shells() {}

    static int run(Call call) throws IOException, InterruptedException {
        List<String> arguments = call.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (word.matches("-[a-z]*c")) {
                return i + 1 < arguments.size() ? new Shell(call).run(arguments.get(i + 1)) : missing(call);
            }
            if (!word.startsWith("-")) {
                call.streams().complain(call.name() + ": can't open '" + word + "': No such file or directory");
                return 2;
            }
        }
        return converse(call);
    }

    private static int missing(Call call) throws IOException {
        call.streams().complain(call.name() + ": -c requires an argument");
        return 2;
    }

    private static int converse(Call call) throws IOException, InterruptedException {
        Shell shell = new Shell(call);
        StringBuilder script = new StringBuilder();
        prompt(call, PROMPT);
        for (String line = line(call.streams().in());
                line != null;
                line = line(call.streams().in())) {
            script.append(line).append('\n');
            if (isComplete(script.toString())) {
                try {
                    shell.runLine(script.toString());
                } catch (Ended exit) {
                    return exit.code();
                } catch (InterruptedException killed) {
                    if (!call.streams().terminal()) {
                        throw killed;
                    }
                    // control-C ends what runs, not the shell; a client that has gone sends no further line
                }
                script.setLength(0);
            }
            prompt(call, script.isEmpty() ? PROMPT : MORE);
        }
        return shell.last();
    }

    private static void prompt(Call call, String text) throws IOException {
        if (call.streams().terminal()) {
            call.streams().print(text);
        }
    }

    /** A script whose end is missing goes on in the next line. */
    private static boolean isComplete(String script) {
        try {
            Script.read(script);
            return true;
        } catch (SyntaxException incomplete) {
            String why = String.valueOf(incomplete.getMessage());
            return !why.contains("unexpected end of file") && !why.contains("unterminated");
        }
    }

    /** Reads no further than the line, for what follows may be for the program that the line calls. */
    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = in.read();
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
