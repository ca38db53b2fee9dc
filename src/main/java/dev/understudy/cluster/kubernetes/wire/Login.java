package dev.understudy.cluster.kubernetes.wire;

import io.fabric8.kubernetes.client.Config;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;

/** Our own credentials, as far as an error may tell about them. */
final class Login {
    private final Config config;
    private final InstantSource clock;

    Login(Config config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Returns the likeliest reason why a server would not know us, in words, without any part of the credentials. */
    String explain() {
        if (set(config.getClientCertData()) || set(config.getClientCertFile())) {
            try (InputStream in = certificate()) {
                Instant end = ((X509Certificate)
                                CertificateFactory.getInstance("X.509").generateCertificate(in))
                        .getNotAfter()
                        .toInstant();
                return end.isBefore(clock.instant())
                        ? "the client certificate in the kubeconfig expired on " + end
                        : "its authority does not vouch for the client certificate in the kubeconfig";
            } catch (IOException | CertificateException | IllegalArgumentException e) {
                return "the client certificate in the kubeconfig cannot be read";
            }
        }
        return set(config.getAutoOAuthToken()) || set(config.getOauthToken())
                ? "the token in the kubeconfig has expired or was never valid"
                : "the kubeconfig holds no credentials that it accepts";
    }

    private InputStream certificate() throws IOException {
        String data = config.getClientCertData();
        return set(data)
                ? new ByteArrayInputStream(Base64.getMimeDecoder().decode(data))
                : Files.newInputStream(Path.of(config.getClientCertFile()));
    }

    private static boolean set(String text) {
        return text != null && !text.isEmpty();
    }
}
