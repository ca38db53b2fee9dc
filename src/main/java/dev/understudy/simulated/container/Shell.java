package dev.understudy.simulated.container;

import dev.understudy.simulated.container.shell.Script;
import dev.understudy.simulated.container.shell.SyntaxException;
import dev.understudy.simulated.container.shell.Word;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs scripts, one command after the other, in a container. */
final class Shell {
    private static final int SYNTAX = 2;

    private final Call call;
    private final Map<String, String> variables;
    private int last;

    Shell(Call call) {
        this.call = call;
        this.variables = new LinkedHashMap<>(call.variables());
    }

    /** Runs a script and returns its exit code. */
    int run(String text) throws IOException, InterruptedException {
        try {
            return run(Script.read(text), call.streams());
        } catch (SyntaxException notUnderstood) {
            call.streams().complain(call.name() + ": " + notUnderstood.getMessage());
            last = SYNTAX;
            return SYNTAX;
        } catch (Ended exit) {
            return exit.code();
        }
    }

    /** Whether a line ends the shell is the caller's to see: {@link Ended} passes through. */
    void runLine(String text) throws IOException, InterruptedException {
        try {
            run(Script.read(text), call.streams());
        } catch (SyntaxException notUnderstood) {
            call.streams().complain(call.name() + ": " + notUnderstood.getMessage());
            last = SYNTAX;
        }
    }

    int last() {
        return last;
    }

    private int run(Script script, Streams streams) throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        last = switch (script) {
            case Script.Command command -> command(command, streams);
            case Script.Pipe(List<Script> parts) -> pipe(parts, streams);
            case Script.Not(Script inner) -> run(inner, streams) == 0 ? 1 : 0;
            case Script.Then(Script first, boolean or, Script second) -> {
                int code = run(first, streams);
                yield code == 0 == or ? code : run(second, streams);
            }
            case Script.Sequence(List<Script> all) -> {
                int code = all.isEmpty() ? 0 : last;
                for (Script each : all) {
                    code = run(each, streams);
                }
                yield code;
            }
            case Script.Loop loop -> loop(loop, streams);
            case Script.Each each -> each(each, streams);
            case Script.Choice(Script condition, Script whenTrue, Script otherwise) ->
                run(run(condition, streams) == 0 ? whenTrue : otherwise, streams);
        };
        return last;
    }

    private int loop(Script.Loop loop, Streams streams) throws IOException, InterruptedException {
        int code = 0;
        while (run(loop.condition(), streams) == 0 != loop.until()) {
            code = run(loop.body(), streams);
            // a loop without a pause must not take a processor of this machine
            Thread.sleep(1);
        }
        return code;
    }

    private int each(Script.Each each, Streams streams) throws IOException, InterruptedException {
        int code = 0;
        for (String word : words(each.words(), streams)) {
            variables.put(each.variable(), word);
            code = run(each.body(), streams);
        }
        return code;
    }

    private int pipe(List<Script> parts, Streams streams) throws IOException, InterruptedException {
        InputStream in = streams.in();
        for (Script part : parts.subList(0, parts.size() - 1)) {
            ByteArrayOutputStream between = new Bounded();
            run(part, new Streams(in, between, streams.err()));
            in = new ByteArrayInputStream(between.toByteArray());
        }
        return run(parts.getLast(), new Streams(in, streams.out(), streams.err()));
    }

    private int command(Script.Command command, Streams outer) throws IOException, InterruptedException {
        Streams streams = redirected(outer, command.redirections());
        List<String> words = words(command.words(), streams);
        Map<String, String> settings = new LinkedHashMap<>();
        for (Script.Setting setting : command.settings()) {
            settings.put(setting.name(), String.join(" ", words(List.of(setting.value()), streams)));
        }
        if (words.isEmpty()) {
            variables.putAll(settings);
            return 0;
        }
        Map<String, String> seen = new LinkedHashMap<>(variables);
        seen.putAll(settings);
        Call inner = new Call(call.container(), call.world(), words, seen, streams);
        return switch (words.getFirst()) {
            case "exit" -> throw new Ended(words.size() > 1 ? Arguments.number(words.get(1), SYNTAX) : last);
            case "export" -> export(words);
            case "set", ":" -> 0;
            case "exec" -> throw new Ended(Programs.run(inner.with(words.subList(1, words.size()))));
            default -> Programs.run(inner);
        };
    }

    private int export(List<String> words) {
        for (String word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                variables.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return 0;
    }

    private static Streams redirected(Streams streams, List<Script.Redirection> redirections) {
        OutputStream out = streams.out();
        OutputStream err = streams.err();
        for (Script.Redirection each : redirections) {
            OutputStream target = switch (each.target()) {
                case "1" -> out;
                case "2" -> err;
                default -> OutputStream.nullOutputStream();
            };
            out = each.stream() == 1 ? target : out;
            err = each.stream() == 2 ? target : err;
        }
        return new Streams(streams.in(), out, err);
    }

    private List<String> words(List<Word> words, Streams streams) throws IOException, InterruptedException {
        List<String> filled = new ArrayList<>();
        for (Word word : words) {
            filled.addAll(new Filling(this, streams).fill(word));
        }
        return filled;
    }

    /** The value of a variable; empty when it is not set. */
    String value(String name) {
        return switch (name) {
            case "?" -> Integer.toString(last);
            case "$" -> "7";
            case "#" -> "0";
            default -> variables.getOrDefault(name, "");
        };
    }

    /** What a script prints, without the line ends at its end. */
    String output(Script script, Streams streams) throws IOException, InterruptedException {
        ByteArrayOutputStream printed = new Bounded();
        run(script, new Streams(streams.in(), printed, streams.err()));
        return printed.toString(StandardCharsets.UTF_8).replaceAll("\n+$", "");
    }

    /** What goes from one program to the next is kept in memory, and so has an end. */
    private static final class Bounded extends ByteArrayOutputStream {
        private static final int MOST = 1024 * 1024;

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            if (count + length > MOST) {
                throw new Ended(141);
            }
            super.write(bytes, from, length);
        }
    }
}
