package dev.understudy.simulated.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;

/**
 * A certificate that this process signs for itself, for 127.0.0.1 and localhost, on a fresh key.
 *
 * @param certificate in PEM; clients trust it as their authority
 * @param privateKey in PEM, PKCS #8; never leaves the process
 */
public record LoopbackCertificate(String certificate, String privateKey) {
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";
    private static final int DNS_NAME = 0x82;
    private static final int IP_ADDRESS = 0x87;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    /** Makes a certificate, valid from a day before {@code now} for clients whose clocks are behind. */
    public static LoopbackCertificate create(Instant now) {
        try {
            KeyPair keys = CertificateForm.curveKeys();
            byte[] name = CertificateForm.name("understudy-simulated", List.of());
            byte[] names = Der.sequence(
                    Der.tagged(DNS_NAME, "localhost".getBytes(StandardCharsets.US_ASCII)),
                    Der.tagged(IP_ADDRESS, LOOPBACK));
            byte[] alternatives = Der.sequence(Der.identifier(ALTERNATIVE_NAMES), Der.octets(names));
            return new LoopbackCertificate(
                    CertificateForm.signed(
                            name,
                            name,
                            keys.getPublic(),
                            keys.getPrivate(),
                            now,
                            CertificateForm.authority(),
                            alternatives),
                    CertificateForm.pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has elliptic curves", impossible);
        }
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "LoopbackCertificate[" + certificate + "]";
    }
}
