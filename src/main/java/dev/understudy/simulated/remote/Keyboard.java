package dev.understudy.simulated.remote;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The terminal between a person and a program: shows what is typed, and hands it on line by line. What
 * is too much for it is lost, and heard as a bell, so that control-C is always understood.
 */
final class Keyboard {
    private static final int INTERRUPT = 3;
    private static final int END = 4;
    private static final int BACKSPACE = 8;
    private static final int DELETE = 127;
    private static final int LONGEST_LINE = 4095;
    /** What is typed into a terminal that can take no more. */
    private static final String BELL = "\u0007";

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Predicate<byte[]> lines;
    private final Consumer<byte[]> screen;
    private final Runnable interrupt;
    private final Runnable end;

    /**
     * Connects a keyboard.
     *
     * @param lines gets every line with its end, and tells whether there was room for it
     * @param screen gets what the person sees of the typing
     * @param interrupt called for control-C
     * @param end called for control-D on an empty line
     */
    Keyboard(Predicate<byte[]> lines, Consumer<byte[]> screen, Runnable interrupt, Runnable end) {
        this.lines = lines;
        this.screen = screen;
        this.interrupt = interrupt;
        this.end = end;
    }

    void type(byte[] keys) {
        for (byte key : keys) {
            type(key & 0xff);
        }
    }

    private void type(int key) {
        switch (key) {
            case '\r', '\n' -> {
                show("\r\n");
                line.write('\n');
                if (!lines.test(line.toByteArray())) {
                    show(BELL);
                }
                line.reset();
            }
            case INTERRUPT -> {
                show("^C\r\n");
                line.reset();
                interrupt.run();
            }
            case END -> {
                if (line.size() == 0) {
                    end.run();
                }
            }
            case BACKSPACE, DELETE -> erase();
            default -> {
                if (line.size() >= LONGEST_LINE) {
                    show(BELL);
                    return;
                }
                line.write(key);
                screen.accept(new byte[] {(byte) key});
            }
        }
    }

    private void erase() {
        byte[] typed = line.toByteArray();
        if (typed.length > 0) {
            line.reset();
            line.write(typed, 0, typed.length - 1);
            show("\b \b");
        }
    }

    private void show(String text) {
        screen.accept(text.getBytes(StandardCharsets.UTF_8));
    }
}
