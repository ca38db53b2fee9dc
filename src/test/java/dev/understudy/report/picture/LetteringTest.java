package dev.understudy.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetteringTest {

    @Test
    void a_long_name_takes_two_lines_before_it_is_cut() {
        assertThat(Lettering.twoSmall("cache-loss", 90)).containsExactly("cache-loss");
        assertThat(Lettering.twoSmall("identity-and-certificates", 90))
                .containsExactly("identity-and-", "certificates");
        assertThat(Lettering.twoSmall("identityandcertificates", 60))
                .singleElement()
                .asString()
                .endsWith("…");
    }
}
