package dev.understudy.simulated.tls;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * A certificate that this process signs for itself, for 127.0.0.1 and localhost, on a fresh key.
 *
 * @param certificate in PEM; clients trust it as their authority
 * @param privateKey in PEM, PKCS #8; never leaves the process
 */
public record LoopbackCertificate(String certificate, String privateKey) {
    private static final String CURVE = "secp256r1";
    private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";
    private static final int VERSION = 0xa0;
    private static final int EXTENSIONS = 0xa3;
    private static final int DNS_NAME = 0x82;
    private static final int IP_ADDRESS = 0x87;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final Duration VALID = Duration.ofDays(825);

    /** Makes a certificate, valid from a day before {@code now} for clients whose clocks are behind. */
    public static LoopbackCertificate create(Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            KeyPair keys = generator.generateKeyPair();
            byte[] content = content(keys, now);
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(content);
            byte[] signed = Der.sequence(content, algorithm(), Der.bits(signature.sign()));
            return new LoopbackCertificate(
                    pem("CERTIFICATE", signed),
                    pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has elliptic curves", impossible);
        }
    }

    /** The part that is signed, in the order of RFC 5280, 4.1. */
    private static byte[] content(KeyPair keys, Instant now) {
        BigInteger serial = new BigInteger(120, new SecureRandom());
        byte[] name =
                Der.sequence(Der.set(Der.sequence(Der.identifier(COMMON_NAME), Der.text("understudy-simulated"))));
        byte[] validity = Der.sequence(Der.time(now.minus(Duration.ofDays(1))), Der.time(now.plus(VALID)));
        byte[] authority =
                Der.sequence(Der.identifier(BASIC_CONSTRAINTS), Der.yes(), Der.octets(Der.sequence(Der.yes())));
        byte[] names = Der.sequence(
                Der.tagged(DNS_NAME, "localhost".getBytes(StandardCharsets.US_ASCII)),
                Der.tagged(IP_ADDRESS, LOOPBACK));
        byte[] alternatives = Der.sequence(Der.identifier(ALTERNATIVE_NAMES), Der.octets(names));
        return Der.sequence(
                Der.tagged(VERSION, Der.integer(BigInteger.TWO)),
                Der.integer(serial),
                algorithm(),
                name,
                validity,
                name,
                keys.getPublic().getEncoded(),
                Der.tagged(EXTENSIONS, Der.sequence(authority, alternatives)));
    }

    private static byte[] algorithm() {
        return Der.sequence(Der.identifier(ECDSA_WITH_SHA256));
    }

    private static String pem(String label, byte[] bytes) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "LoopbackCertificate[" + certificate + "]";
    }
}
