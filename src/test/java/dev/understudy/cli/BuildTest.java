package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildTest {
    @Test
    void builds_and_tests_on_java_25() {
        assertThat(Runtime.version().feature()).isEqualTo(25);
    }
}
