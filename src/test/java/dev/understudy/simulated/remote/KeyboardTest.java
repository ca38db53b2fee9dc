package dev.understudy.simulated.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyboardTest {
    private final List<String> lines = new ArrayList<>();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private int interrupts;
    private boolean room = true;

    private final Keyboard keyboard = new Keyboard(this::enter, screen::writeBytes, () -> interrupts++, () -> {});

    private boolean enter(byte[] line) {
        lines.add(new String(line, StandardCharsets.UTF_8));
        return room;
    }

    private void type(String keys) {
        keyboard.type(keys.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_line_is_handed_on_as_it_was_corrected() {
        type("lx\bs\r");

        assertThat(lines).containsExactly("ls\n");
        assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualTo("lx\b \bs\r\n");
    }

    @Test
    void a_line_has_an_end_however_much_is_typed() {
        type("x".repeat(10_000) + "\r");

        assertThat(lines).containsExactly("x".repeat(4095) + "\n");
    }

    @Test
    void a_line_for_which_there_is_no_room_is_lost_with_a_bell() {
        room = false;

        type("ls\r");

        assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualTo("ls\r\n\u0007");
    }

    @Test
    void control_c_is_understood_in_a_line_that_takes_no_more() {
        type("x".repeat(10_000) + "\u0003");

        assertThat(interrupts).isEqualTo(1);
    }
}
