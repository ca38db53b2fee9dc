package dev.understudy.cluster.kubernetes.wire;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the API server answered.
 *
 * @param status HTTP status
 * @param retryAfter when the server asks to be left alone for a while
 * @param body text of the answer
 */
public record Reply(int status, Optional<Duration> retryAfter, String body) {
    /** Tells whether the server did what was asked. */
    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** Returns the body as an object; an empty one when it is something else, as a gateway's error page. */
    public Map<String, Object> json() {
        try {
            return PlainJson.parse(body);
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }

    /** Tells whether it is an object of Kubernetes, and not a page that something in between sent as a success. */
    public boolean genuine() {
        return json().containsKey("kind");
    }

    /** Tells whether the API server itself speaks, and not something in between. */
    public boolean speaksKubernetes() {
        return "Status".equals(json().get("kind"));
    }

    /** Returns the server's own words; empty when it gives none. */
    public String message() {
        return speaksKubernetes() ? PlainJson.text(json(), "message") : "";
    }

    /** Returns the server's reason, such as {@code NotFound}; empty when it gives none. */
    public String reason() {
        return speaksKubernetes() ? PlainJson.text(json(), "reason") : "";
    }
}
