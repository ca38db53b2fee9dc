package dev.understudy.simulated.tls;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Writes certificates, in the order of RFC 5280, 4.1, signed by a key on an elliptic curve. */
final class CertificateForm {
    private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String ORGANIZATION = "2.5.4.10";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final int VERSION = 0xa0;
    private static final int EXTENSIONS = 0xa3;
    private static final Duration VALID = Duration.ofDays(825);

    private CertificateForm() {}

    /** Returns a certificate in PEM, valid from a day before {@code now} for clients whose clocks are behind. */
    static String signed(
            byte[] subject, byte[] issuer, PublicKey key, PrivateKey signer, Instant now, byte[]... extensions)
            throws GeneralSecurityException {
        byte[] content = Der.sequence(
                Der.tagged(VERSION, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(120, new SecureRandom())),
                algorithm(),
                issuer,
                Der.sequence(Der.time(now.minus(Duration.ofDays(1))), Der.time(now.plus(VALID))),
                subject,
                key.getEncoded(),
                Der.tagged(EXTENSIONS, Der.sequence(extensions)));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(signer);
        signature.update(content);
        return pem("CERTIFICATE", Der.sequence(content, algorithm(), Der.bits(signature.sign())));
    }

    /** Returns a name: who it is, and the organizations that they belong to. */
    static byte[] name(String commonName, List<String> organizations) {
        List<byte[]> parts = new ArrayList<>();
        organizations.forEach(each -> parts.add(part(ORGANIZATION, each)));
        parts.add(part(COMMON_NAME, commonName));
        return Der.sequence(parts.toArray(byte[][]::new));
    }

    private static byte[] part(String type, String text) {
        return Der.set(Der.sequence(Der.identifier(type), Der.text(text)));
    }

    /** The extension that lets a certificate sign others. */
    static byte[] authority() {
        return Der.sequence(Der.identifier(BASIC_CONSTRAINTS), Der.yes(), Der.octets(Der.sequence(Der.yes())));
    }

    static KeyPair curveKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static byte[] algorithm() {
        return Der.sequence(Der.identifier(ECDSA_WITH_SHA256));
    }

    static String pem(String label, byte[] bytes) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
