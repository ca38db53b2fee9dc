package dev.understudy.cluster.kubernetes.wire;

/** What came of an attempt to reach a port of a pod through the API server. */
public sealed interface Forwarded {
    /** Something in the pod accepted the connection. */
    record Accepted() implements Forwarded {}

    /**
     * Nothing did.
     *
     * @param complaint in the node's words
     */
    record Refused(String complaint) implements Forwarded {}

    /** The API server is there and the connection does not come about in time. */
    record Slow() implements Forwarded {}

    /**
     * The API server did not let us.
     *
     * @param status HTTP status
     */
    record Denied(int status) implements Forwarded {}
}
