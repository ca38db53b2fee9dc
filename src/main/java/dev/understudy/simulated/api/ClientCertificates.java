package dev.understudy.simulated.api;

import dev.understudy.simulated.tls.ClientAuthority;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.TrustOptions;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** The certificates that clients may show when they connect; none is required. */
final class ClientCertificates {
    private ClientCertificates() {}

    /** Lets the server ask its clients for certificates. */
    static void ask(HttpServerOptions options, ClientAuthority authority) {
        options.setClientAuth(ClientAuth.REQUEST).setTrustOptions(TrustOptions.wrap(authority.atTheDoor()));
    }

    /** Returns the certificate that the client has shown, empty when it has shown none. */
    static Optional<X509Certificate> shown(HttpServerRequest request) {
        SSLSession session = request.sslSession();
        try {
            return session != null && session.getPeerCertificates()[0] instanceof X509Certificate first
                    ? Optional.of(first)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }
}
