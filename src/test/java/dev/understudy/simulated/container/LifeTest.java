package dev.understudy.simulated.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LifeTest {
    private final Life life = new Life("first");

    @Test
    void an_answer_is_news_once() {
        life.isNews("/", 200);

        assertThat(life.isNews("/", 200)).isFalse();
        assertThat(life.isNews("/", 500)).isTrue();
    }

    @Test
    void the_answer_for_a_path_that_was_not_asked_for_long_is_forgotten() {
        life.isNews("/old", 200);
        life.isNews("/often", 200);

        for (int i = 0; i < 1_000; i++) {
            life.isNews("/" + i, 200);
            life.isNews("/often", 200);
        }

        assertThat(life.isNews("/often", 200)).isFalse();
        assertThat(life.isNews("/old", 200)).isTrue();
    }
}
