package dev.understudy.simulated.remote;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The terminal between a person and a program: shows what is typed, and hands it on line by line. */
final class Keyboard {
    private static final int INTERRUPT = 3;
    private static final int END = 4;
    private static final int BACKSPACE = 8;
    private static final int DELETE = 127;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Consumer<byte[]> lines;
    private final Consumer<byte[]> screen;
    private final Runnable interrupt;
    private final Runnable end;

    /**
     * Connects a keyboard.
     *
     * @param lines gets every line with its end
     * @param screen gets what the person sees of the typing
     * @param interrupt called for control-C
     * @param end called for control-D on an empty line
     */
    Keyboard(Consumer<byte[]> lines, Consumer<byte[]> screen, Runnable interrupt, Runnable end) {
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
                lines.accept(line.toByteArray());
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
