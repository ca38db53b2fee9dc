package dev.understudy.cluster.kubernetes;

import java.net.URI;

/**
 * A service as a probe's URL names it: {@code http://service.namespace[.svc[.cluster.local]][:port]/path}.
 *
 * @param port number or, where none is given, the scheme's own
 * @param path with query, beginning with a slash
 */
record ServiceAddress(String scheme, String service, String namespace, int port, String path) {
    /** @throws IllegalArgumentException when the URL names no service */
    static ServiceAddress of(URI url) {
        String host = url.getHost();
        String[] labels = host == null ? new String[0] : host.split("\\.");
        if (labels.length < 2 || (labels.length > 2 && !labels[2].equals("svc"))) {
            throw new IllegalArgumentException(
                    url + " names no service of the cluster; write http://service.namespace/path");
        }
        boolean secure = "https".equals(url.getScheme());
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new ServiceAddress(
                secure ? "https" : "http",
                labels[0],
                labels[1],
                url.getPort() > 0 ? url.getPort() : secure ? 443 : 80,
                path + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()));
    }
}
