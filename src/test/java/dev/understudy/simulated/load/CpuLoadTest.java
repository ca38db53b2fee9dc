package dev.understudy.simulated.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuLoadTest {
    private static double load(String text, int pods, double requests) {
        return CpuLoad.read(text).orElseThrow().of(pods, requests).doubleValue();
    }

    @Test
    void a_plain_amount_is_used_by_each_pod() {
        assertThat(load("200m", 4, 10)).isEqualTo(0.2);
    }

    @Test
    void a_shared_amount_is_divided_among_the_pods() {
        assertThat(load("800m shared", 4, 10)).isEqualTo(0.2);
    }

    @Test
    void requests_cost_what_they_cost() {
        assertThat(load("50m + 400m shared + 2m per request", 2, 10)).isEqualTo(0.27);
    }

    @Test
    void what_cannot_be_understood_says_nothing() {
        assertThat(CpuLoad.read("a lot")).isEmpty();
        assertThat(CpuLoad.read("-1")).isEmpty();
        assertThat(CpuLoad.read("1 +")).isEmpty();
    }
}
