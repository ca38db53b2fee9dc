package dev.understudy.simulated.traffic;

import dev.understudy.simulated.network.Resolution;

/** What becomes of one connection, or of one request. */
public sealed interface Attempt {
    /**
     * The connection is open; nothing was sent.
     *
     * @param address the address that was connected to
     */
    record Connected(String address, int port) implements Attempt {}

    /**
     * The request was answered; the caller waits for {@link Answer#latency()} itself.
     *
     * @param address the address that was connected to
     */
    record Answered(Answer answer, String address, int port) implements Attempt {}

    /** Nobody listens there, and the other side says so at once: connection refused. */
    record Rejected(String address, int port) implements Attempt {}

    /** What was sent is dropped, by a policy or for want of such an address: nothing ever comes back. */
    record Dropped(String address, int port) implements Attempt {}

    /** The host has no address: it is not known, or the cluster's DNS does not answer. */
    record Unresolved(Resolution why) implements Attempt {}
}
