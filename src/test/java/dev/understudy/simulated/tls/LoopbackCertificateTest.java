package dev.understudy.simulated.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopbackCertificateTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void is_a_certificate_for_loopback_that_verifies_with_its_own_key() throws Exception {
        LoopbackCertificate made = LoopbackCertificate.create(NOON);

        X509Certificate read = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(made.certificate().getBytes(StandardCharsets.US_ASCII)));
        read.verify(read.getPublicKey());
        read.checkValidity(Date.from(NOON));
        assertThat(read.getSubjectAlternativeNames())
                .extracting(name -> (Object) name.get(1))
                .isEqualTo(List.of("localhost", "127.0.0.1"));
        assertThat(read.getBasicConstraints()).isNotNegative();
    }

    @Test
    void never_shows_its_key() {
        LoopbackCertificate made = LoopbackCertificate.create(NOON);

        assertThat(made.toString()).doesNotContain("PRIVATE KEY");
    }
}
