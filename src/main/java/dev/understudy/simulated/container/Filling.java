package dev.understudy.simulated.container;

import dev.understudy.simulated.container.shell.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Fills variables and the output of scripts into a word; what is not quoted falls apart at its blanks. */
final class Filling {
    private final Shell shell;
    private final Streams streams;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private boolean begun;

    Filling(Shell shell, Streams streams) {
        this.shell = shell;
        this.streams = streams;
    }

    List<String> fill(Word word) throws IOException, InterruptedException {
        for (Word.Piece piece : word.pieces()) {
            switch (piece) {
                case Word.Literal(String text) -> {
                    open.append(text);
                    begun = true;
                }
                case Word.Variable(String name, String otherwise, boolean quoted) -> {
                    String value = shell.value(name);
                    add(value.isEmpty() ? otherwise : value, quoted);
                }
                case Word.Output(var script, boolean quoted) -> add(shell.output(script, streams), quoted);
            }
        }
        close();
        return words;
    }

    private void add(String value, boolean quoted) {
        if (quoted) {
            open.append(value);
            begun = true;
            return;
        }
        String[] parts = value.split("\\s+", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                close();
            }
            open.append(parts[i]);
            begun |= !parts[i].isEmpty();
        }
    }

    private void close() {
        if (begun) {
            words.add(open.toString());
        }
        open.setLength(0);
        begun = false;
    }
}
