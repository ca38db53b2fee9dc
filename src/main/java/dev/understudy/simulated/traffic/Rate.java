package dev.understudy.simulated.traffic;

/** How much of something happens now, by the load that the cluster is under. */
public sealed interface Rate {
    /**
     * Requests that a pod answers.
     *
     * @param service the Service by which they came
     * @param perSecond requests per second
     * @param seconds time that they take, in seconds per second
     */
    record Served(String namespace, String service, String pod, int code, double perSecond, double seconds)
            implements Rate {}

    /**
     * Requests that enter by an Ingress.
     *
     * @param service the Service behind it
     * @param perSecond requests per second
     * @param seconds time that they take, in seconds per second
     */
    record Entered(String namespace, String ingress, String service, int code, double perSecond, double seconds)
            implements Rate {}

    /**
     * Requests that the load on a Service consists of, as whoever sends them sees them.
     *
     * @param perSecond requests per second
     */
    record Asked(String namespace, String service, int code, double perSecond) implements Rate {}
}
