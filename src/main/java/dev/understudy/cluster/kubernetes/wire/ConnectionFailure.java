package dev.understudy.cluster.kubernetes.wire;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterException.Kind;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says what it means when no answer came from an API server, and what to do about it. */
public final class ConnectionFailure {
    private ConnectionFailure() {}

    /**
     * Explains a failed exchange.
     *
     * @param where the server's address, as the kubeconfig gives it
     */
    public static ClusterException of(Throwable failure, String where) {
        List<Throwable> causes = causes(failure);
        if (find(causes, SSLException.class).isPresent()) {
            return certificate(causes, where);
        }
        String host = where.replaceFirst("^\\w+://", "").replaceFirst("[:/].*$", "");
        if (find(causes, UnknownHostException.class).isPresent()
                || find(causes, UnresolvedAddressException.class).isPresent()) {
            return unreachable(
                    "the host name " + host + " of the API server cannot be resolved;"
                            + " check 'server' in the kubeconfig, DNS and VPN",
                    failure);
        }
        if (find(causes, HttpTimeoutException.class).isPresent()
                || find(causes, TimeoutException.class).isPresent()) {
            return unreachable(
                    "the API server at " + where + " did not answer in time; check network, VPN and firewall", failure);
        }
        if (find(causes, NoRouteToHostException.class).isPresent()) {
            return unreachable("there is no route to the API server at " + where + "; check network and VPN", failure);
        }
        if (find(causes, ConnectException.class).isPresent()) {
            return unreachable(
                    "the API server at " + where + " refuses connections;"
                            + " check that the cluster runs and that 'server' in the kubeconfig names its port",
                    failure);
        }
        return unreachable(
                "the connection to the API server at " + where + " was cut (" + words(causes) + "); try again",
                failure);
    }

    private static ClusterException certificate(List<Throwable> causes, String where) {
        String all = causes.toString().toLowerCase(Locale.ROOT);
        Throwable first = causes.getFirst();
        if (find(causes, CertificateExpiredException.class).isPresent()) {
            return certificate(
                    "the certificate of the API server at " + where
                            + " has expired; renew it, or check this machine's clock",
                    first);
        }
        if (find(causes, CertificateNotYetValidException.class).isPresent()) {
            return certificate(
                    "the certificate of the API server at " + where + " is not valid yet; check this machine's clock",
                    first);
        }
        if (all.contains("unable to find valid certification path") || all.contains("trust anchor")) {
            return certificate(
                    "the certificate of the API server at " + where
                            + " was signed by an authority that the kubeconfig does not name;"
                            + " check 'certificate-authority' of the cluster in the kubeconfig",
                    first);
        }
        if (all.contains("no subject alternative") || all.contains("no name matching")) {
            return certificate(
                    "the certificate of the API server is not for the address " + where
                            + "; check 'server' in the kubeconfig",
                    first);
        }
        if (all.contains("received fatal alert")) {
            return certificate(
                    "the API server at " + where + " refuses our client certificate (" + words(causes)
                            + "); it may have expired: renew the user's certificate in the kubeconfig",
                    first);
        }
        return certificate(
                "no TLS connection to the API server at " + where + " (" + words(causes)
                        + "); check 'server' in the kubeconfig",
                first);
    }

    private static ClusterException certificate(String message, Throwable cause) {
        return new ClusterException(Kind.CERTIFICATE, message, cause);
    }

    private static ClusterException unreachable(String message, Throwable cause) {
        return new ClusterException(Kind.UNREACHABLE, message, cause);
    }

    private static String words(List<Throwable> causes) {
        return causes.reversed().stream()
                .map(Throwable::getMessage)
                .filter(m -> m != null && !m.isBlank())
                .findFirst()
                .orElse("without a word");
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> all = new ArrayList<>();
        for (@Nullable Throwable t = failure; t != null && all.size() < 20; t = t.getCause()) {
            all.add(t);
        }
        return all;
    }

    private static <T extends Throwable> Optional<Throwable> find(List<Throwable> causes, Class<T> type) {
        return causes.stream().filter(type::isInstance).findFirst();
    }
}
