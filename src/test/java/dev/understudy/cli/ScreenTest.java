package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final StringWriter shown = new StringWriter();

    @Test
    void is_coloured_on_a_terminal() {
        assertThat(screen(true, Map.of()).in(Screen.Colour.GREEN, "good")).isEqualTo("\u001b[32mgood\u001b[0m");
    }

    @Test
    void has_no_colour_where_it_is_not_wanted_or_not_understood() {
        assertThat(screen(true, Map.of("NO_COLOR", "")).in(Screen.Colour.GREEN, "good"))
                .isEqualTo("good");
        assertThat(screen(true, Map.of("TERM", "dumb")).in(Screen.Colour.GREEN, "good"))
                .isEqualTo("good");
        assertThat(screen(false, Map.of()).in(Screen.Colour.GREEN, "good")).isEqualTo("good");
    }

    @Test
    void keeps_the_status_below_the_lines_of_a_terminal() {
        Screen screen = screen(true, Map.of());
        screen.status("waiting");

        screen.line("something happened");

        assertThat(shown.toString())
                .isEqualTo("waiting\r\u001b[Ksomething happened" + System.lineSeparator() + "waiting");
    }

    @Test
    void shows_no_status_in_a_pipe() {
        Screen screen = screen(false, Map.of());
        screen.status("waiting");

        screen.line("something happened");

        assertThat(shown.toString()).isEqualTo("something happened" + System.lineSeparator());
    }

    private Screen screen(boolean terminal, Map<String, String> environment) {
        return new Screen(new PrintWriter(shown), terminal, environment);
    }
}
