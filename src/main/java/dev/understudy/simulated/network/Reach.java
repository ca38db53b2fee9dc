package dev.understudy.simulated.network;

import java.util.List;

/** Where a connection to a host and port leads, before anybody asks whether policies allow it. */
public sealed interface Reach {
    /**
     * To one of these, each in turn.
     *
     * @param address the address that the connection was opened to
     * @param backends at least one
     */
    record Served(String address, int port, List<Backend> backends) implements Reach {
        public Served {
            backends = List.copyOf(backends);
        }
    }

    /** Nowhere: nobody is behind the address, and the network says so at once. */
    record Unserved(String address, int port) implements Reach {}

    /** Nowhere, in silence: nothing has the address, or not this port. */
    record Lost(String address, int port) implements Reach {}

    /** There is no address to connect to. */
    record Nameless(Resolution why) implements Reach {}
}
