package dev.understudy.simulated.custom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatternsTest {
    @Test
    void finds_a_pattern_anywhere_in_the_text() {
        assertThat(Patterns.isFound("b+", "abbc")).isTrue();
        assertThat(Patterns.isFound("^b+", "abbc")).isFalse();
    }

    @Test
    void gives_up_a_match_that_would_take_for_ever() {
        assertThat(Patterns.isFound("^(a+)+$", "a".repeat(60) + "!")).isFalse();
    }

    @Test
    void takes_a_match_that_needs_too_deep_a_stack_for_none() {
        assertThat(Patterns.isFound("^(a|b)*$", "ab".repeat(500_000))).isFalse();
    }

    @Test
    void matches_a_long_text_where_that_is_simple() {
        assertThat(Patterns.isFound("^[a-z]*$", "a".repeat(2_000_000))).isTrue();
    }
}
