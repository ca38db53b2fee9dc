package dev.understudy.simulated.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Hears of the requests that pods answer. Called from many threads; must not wait. */
@FunctionalInterface
public interface RequestLog {
    /**
     * A pod has answered a request.
     *
     * @param path path with its query
     * @param status HTTP status code
     * @param message why it could not do what was asked, empty when it could
     */
    void answered(ObjectNode pod, String path, int status, String message);
}
