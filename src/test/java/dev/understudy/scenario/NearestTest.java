package dev.understudy.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource({"cuont,count", "Count,count", "durration,duration", "conut,count", "duratoin,duration"})
    void finds_the_word_behind_a_slip_of_the_pen(String typed, String meant) {
        assertThat(Nearest.to(typed, List.of("cut", "count", "duration"))).contains(meant);
    }

    @Test
    void does_not_guess_where_nothing_is_near() {
        assertThat(Nearest.to("colour", List.of("count", "duration"))).isEmpty();
        assertThat(Nearest.to("x".repeat(100_000), List.of("count"))).isEmpty();
    }
}
