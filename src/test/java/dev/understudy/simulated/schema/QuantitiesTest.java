package dev.understudy.simulated.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({
        "0.5, 500m",
        "500m, 500m",
        "1000m, 1",
        "1, 1",
        "0, 0",
        "1500m, 1500m",
        "1024Mi, 1Gi",
        "1.5Gi, 1536Mi",
        "100Mi, 100Mi",
        "1000, 1k",
        "1000000, 1M",
        "0.1Mi, 104858",
        "1000e3, 1e6",
        "-0.5, -500m",
        "128974848, 128974848",
        "0.0000000001, 1n"
    })
    void writes_amounts_as_the_server_does(String sent, String stored) {
        assertThat(Quantities.canonical(sent)).contains(stored);
    }

    @Test
    void refuses_what_is_no_amount() {
        assertThat(Quantities.canonical("much")).isEmpty();
        assertThat(Quantities.canonical("1GiB")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000", "1e99999999999", "1e-1000000", "1E31", "1e-31"})
    void takes_an_exponent_out_of_reach_for_no_amount(String sent) {
        assertThat(Quantities.canonical(sent)).isEmpty();
        assertThat(Quantities.value(sent)).isEmpty();
        assertThat(Amount.of(sent).isZero()).isTrue();
    }

    @Test
    void takes_a_number_longer_than_any_for_no_amount() {
        assertThat(Quantities.canonical("1".repeat(65))).isEmpty();
        assertThat(Quantities.canonical("1e30")).contains("1000000000000e18");
        assertThat(Quantities.canonical("1e-30")).contains("1e-9");
    }
}
