package dev.understudy.simulated.traffic;

/**
 * One request to a Service of the simulated cluster.
 *
 * @param namespace namespace of the Service
 * @param service name of the Service
 * @param port port name or number as the caller wrote it, empty for the port that has no name
 * @param method HTTP method, such as {@code GET}
 * @param path path with its query, beginning with {@code /}
 */
public record Call(String namespace, String service, String port, String method, String path) {}
