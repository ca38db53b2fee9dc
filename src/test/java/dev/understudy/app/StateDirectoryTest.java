package dev.understudy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.journal.JournalException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateDirectoryTest {
    @Test
    void is_where_the_user_says() {
        assertThat(StateDirectory.of(Map.of("XDG_STATE_HOME", "/var/state", "HOME", "/home/bo"))
                        .journal())
                .isEqualTo(Path.of("/var/state/understudy/journal.db"));
    }

    @Test
    void is_under_home_when_the_user_says_nothing_or_nothing_absolute() {
        Path expected = Path.of("/home/bo/.local/state/understudy");

        assertThat(StateDirectory.of(Map.of("HOME", "/home/bo")).path()).isEqualTo(expected);
        assertThat(StateDirectory.of(Map.of("HOME", "/home/bo", "XDG_STATE_HOME", ""))
                        .path())
                .isEqualTo(expected);
        assertThat(StateDirectory.of(Map.of("HOME", "/home/bo", "XDG_STATE_HOME", "state"))
                        .path())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../journal", "a/b", "", ".hidden", "a\\b", "a\u001b[2J"})
    void keeps_no_draft_outside_its_directory(String id) {
        StateDirectory state = StateDirectory.of(Map.of("HOME", "/home/bo"));

        assertThat(state.draft("checkout-1").getFileName()).hasToString("checkout-1.yaml");
        assertThatThrownBy(() -> state.draft(id))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("is no id of a drill");
    }

    @Test
    void says_what_to_set_where_there_is_no_home() {
        assertThatThrownBy(() -> StateDirectory.of(Map.of()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("set XDG_STATE_HOME");
    }
}
