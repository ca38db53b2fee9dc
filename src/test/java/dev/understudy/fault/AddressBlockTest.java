package dev.understudy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.1.2.0/31, 10.1.2.2, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, ::1, false",
        "192.0.2.7/32, 192.0.2.7, true",
        "fd00::/8, fdff:1::2, true",
        "fd00::/8, fe00::, false",
        "::/0, 2001:db8::1, true",
        "2001:db8:0:0:0:0:0:1/128, 2001:db8::1, true",
        "10.0.0.0/8, '', false",
        "10.0.0.0/8, checkout, false"
    })
    void tells_whether_an_address_lies_in_it(String block, String address, boolean inside) {
        assertThat(AddressBlock.of(block).contains(address)).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0",
                "10.0.0/8",
                "10.0.0.0/33",
                "10.0.0.256/8",
                "10.0.0.0/",
                "10.0.0.0/8/8",
                "::/129",
                "1::2::3/8",
                "12345::/16",
                "1:2:3/8",
                "checkout/8",
                "-1.0.0.0/8"
            })
    void refuses_what_is_no_block(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressBlock.of(text))
                .withMessageContaining("is no block of addresses");
    }

    @Test
    void tells_four_bytes_from_sixteen() {
        assertThat(AddressBlock.of("10.0.0.0/8").isOld()).isTrue();
        assertThat(AddressBlock.of("fd00::/8").isOld()).isFalse();
    }
}
