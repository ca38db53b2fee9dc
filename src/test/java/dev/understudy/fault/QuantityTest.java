package dev.understudy.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({"0.5,500m", "1024Mi,1Gi", "1e3,1k", "1E,1e18", ".5,0.50", "2,2000m", "1000000n,1m", "6144Ki,6Mi"})
    void the_same_amount_is_the_same_however_it_is_written(String one, String other) {
        assertThat(Quantity.of(one)).isPresent().isEqualTo(Quantity.of(other));
        assertThat(Quantity.of(one).orElseThrow())
                .hasSameHashCodeAs(Quantity.of(other).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"64Mi,68M", "1,1001m", "-1,0", "1Ki,1025"})
    void less_is_less_across_units(String less, String more) {
        assertThat(Quantity.of(less).orElseThrow()).isLessThan(Quantity.of(more).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "64 Mi", "64MB", "Mi", "1mi", "1.2.3", "e3", "1K"})
    void what_is_no_amount_is_none(String text) {
        assertThat(Quantity.of(text)).isEmpty();
    }
}
