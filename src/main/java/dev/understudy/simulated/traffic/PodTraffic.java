package dev.understudy.simulated.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What processes inside pods reach over the network. Every answer comes at once. Called from many threads. */
public interface PodTraffic {
    /** Asks the cluster's DNS for a name, as the pod's resolver does: a short name is one of its own namespace. */
    Lookup lookUp(ObjectNode pod, String name);

    /**
     * Sends an HTTP request from a pod.
     *
     * @param address address of a Service or a pod
     * @param path path with its query, beginning with {@code /}
     */
    Response request(ObjectNode pod, String address, int port, String method, String path);

    /** Tells whether a connection to a port of a pod, over its own loopback, is taken. */
    boolean listens(ObjectNode pod, int port);

    /**
     * Sends an HTTP request to a port of a pod over its own loopback, where no policy stands between; so do its kubelet
     * and a forwarded port.
     */
    Response onLoopback(ObjectNode pod, int port, String method, String path);
}
