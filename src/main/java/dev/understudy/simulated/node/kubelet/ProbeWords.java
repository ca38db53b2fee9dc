package dev.understudy.simulated.node.kubelet;

import com.fasterxml.jackson.databind.JsonNode;

/** How a kubelet words what a probe over the network finds. */
record ProbeWords(String way, JsonNode probe, String host, int port) {
    private String address() {
        return host + ":" + port;
    }

    private String request() {
        JsonNode get = probe.path("httpGet");
        String scheme = get.path("scheme").asText("HTTP").toLowerCase(java.util.Locale.ROOT);
        String path = get.path("path").asText("/");
        String named = get.path("host").asText("");
        String url = scheme + "://" + (named.isEmpty() ? host : named) + ":" + port;
        return "Get \"" + url + (path.startsWith("/") ? path : "/" + path) + "\"";
    }

    private String timeout() {
        return probe.path("timeoutSeconds").asInt(1) + "s";
    }

    /** Nobody listens. */
    String refused() {
        String dial = "dial tcp " + address() + ": connect: connection refused";
        return switch (way) {
            case "httpGet" -> request() + ": " + dial;
            case "grpc" ->
                "timeout: failed to connect service \"" + address() + "\" within " + timeout()
                        + ": context deadline exceeded";
            default -> dial;
        };
    }

    /** The answer came too late. */
    String timedOut() {
        return way.equals("grpc")
                ? "timeout: health rpc did not complete within " + timeout()
                : request() + ": context deadline exceeded (Client.Timeout exceeded while awaiting headers)";
    }

    /** The process says that it is not well; one that only opens a port says so by closing it. */
    String unwell() {
        return switch (way) {
            case "httpGet" -> "HTTP probe failed with statuscode: 503";
            case "grpc" -> "service unhealthy (responded with \"NOT_SERVING\")";
            default -> refused();
        };
    }
}
