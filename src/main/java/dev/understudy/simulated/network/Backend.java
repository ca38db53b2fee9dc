package dev.understudy.simulated.network;

/**
 * Where a connection to a Service is sent.
 *
 * @param peer the pod, or somebody outside where an endpoint names an address that no pod has
 * @param port the number that the pod listens on
 */
public record Backend(Peer peer, int port) {}
