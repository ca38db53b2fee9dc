package dev.understudy.cluster.kubernetes.wire;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterException.Kind;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.net.http.HttpClient.Redirect;
import java.time.Duration;
import java.time.InstantSource;

/** Makes a connection from a configuration. Nothing is sent before the first request. */
public final class Connection {
    /** How long one answer may take; Kubernetes itself gives up on a request after a minute. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private Connection() {}

    /**
     * Opens.
     *
     * @param agent user agent, such as {@code understudy/1.0}
     * @param patience how long one answer may take
     * @throws ClusterException of kind {@code CONFIGURATION} when certificates or keys cannot be read
     */
    public static ApiServer open(Config config, String agent, Duration patience, InstantSource clock) {
        config.setUserAgent(agent);
        // The library would send a write again after a cut connection or a 5xx, when it may have been done.
        config.setRequestRetryBackoffLimit(0);
        config.setConnectionTimeout((int) CONNECT.toMillis());
        config.setRequestTimeout((int) patience.toMillis());
        try {
            HttpClient http = new StraightFactory().newBuilder(config).build();
            return new ApiServer(http, config.getMasterUrl(), new Login(config, clock), patience);
        } catch (KubernetesClientException e) {
            throw new ClusterException(
                    Kind.CONFIGURATION,
                    "the certificates or keys that the kubeconfig names cannot be read;"
                            + " check certificate-authority, client-certificate and client-key",
                    e);
        }
    }

    /** Follows no redirect: a probe must see it, and the API server sends none. */
    private static final class StraightFactory extends JdkHttpClientFactory {
        @Override
        protected void additionalConfig(java.net.http.HttpClient.Builder builder) {
            builder.followRedirects(Redirect.NEVER);
        }
    }
}
