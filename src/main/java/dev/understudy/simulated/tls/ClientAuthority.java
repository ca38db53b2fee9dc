package dev.understudy.simulated.tls;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * A small authority of this process that gives users certificates: their name is the common name, their groups are the
 * organizations, as Kubernetes reads them.
 */
public final class ClientAuthority {
    private static final String NAME = "understudy-simulated-clients";
    private static final String KEY_USE = "2.5.29.37";
    private static final String AS_CLIENT = "1.3.6.1.5.5.7.3.2";

    private final KeyPair keys;
    private final X509Certificate certificate;
    private final Instant since;

    private ClientAuthority(KeyPair keys, X509Certificate certificate, Instant since) {
        this.keys = keys;
        this.certificate = certificate;
        this.since = since;
    }

    /** Makes an authority on a fresh key. */
    public static ClientAuthority create(Instant now) {
        try {
            KeyPair keys = CertificateForm.curveKeys();
            byte[] name = CertificateForm.name(NAME, List.of());
            String own = CertificateForm.signed(
                    name, name, keys.getPublic(), keys.getPrivate(), now, CertificateForm.authority());
            return new ClientAuthority(keys, read(own), now);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has elliptic curves", impossible);
        }
    }

    /** Whom a certificate names. */
    public record Named(String name, List<String> groups) {}

    /** Gives a user a certificate. Its key is of the sort that every client reads. */
    public ClientIdentity issue(String user, List<String> groups) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair own = generator.generateKeyPair();
            String signed = CertificateForm.signed(
                    CertificateForm.name(user, groups),
                    CertificateForm.name(NAME, List.of()),
                    own.getPublic(),
                    keys.getPrivate(),
                    since,
                    Der.sequence(Der.identifier(KEY_USE), Der.octets(Der.sequence(Der.identifier(AS_CLIENT)))));
            return new ClientIdentity(
                    signed, CertificateForm.pem("PRIVATE KEY", own.getPrivate().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has RSA", impossible);
        }
    }

    /** Returns whom a certificate names; empty when this authority has not given it, or it is not valid any more. */
    public Optional<Named> recognise(X509Certificate shown, Instant now) {
        try {
            shown.verify(certificate.getPublicKey());
            shown.checkValidity(Date.from(now));
            return Optional.of(named(shown));
        } catch (GeneralSecurityException | InvalidNameException unknown) {
            return Optional.empty();
        }
    }

    private static Named named(X509Certificate shown) throws InvalidNameException {
        String name = "";
        List<String> groups = new ArrayList<>();
        for (Rdn part : new LdapName(shown.getSubjectX500Principal().getName()).getRdns()) {
            if (part.getType().equals("CN")) {
                name = String.valueOf(part.getValue());
            } else if (part.getType().equals("O")) {
                groups.add(String.valueOf(part.getValue()));
            }
        }
        return new Named(name, groups);
    }

    private static X509Certificate read(String pem) throws GeneralSecurityException {
        var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
    }

    /**
     * Lets every certificate through the handshake: a client whose certificate is not known is answered 401, which it
     * understands, instead of being cut off.
     */
    public X509ExtendedTrustManager atTheDoor() {
        return new X509ExtendedTrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type) {
                // recognised later
            }

            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
                // recognised later
            }

            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
                // recognised later
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type) {
                throw new UnsupportedOperationException("this end is the server");
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
                throw new UnsupportedOperationException("this end is the server");
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
                throw new UnsupportedOperationException("this end is the server");
            }

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[] {certificate};
            }
        };
    }
}
