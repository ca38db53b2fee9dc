package dev.understudy.simulated.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.traffic.PodTraffic;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;

/** Lets clients reach ports of pods. Called on the event loop. */
public final class PortForward {
    /** The sub-protocol that kubectl speaks: SPDY inside the messages of a WebSocket. */
    public static final String TUNNEL = "SPDY/3.1+portforward.k8s.io";

    private final Vertx vertx;
    private final ObjectStore store;
    private final PodTraffic traffic;

    public PortForward(Vertx vertx, ObjectStore store, PodTraffic traffic) {
        this.vertx = vertx;
        this.store = store;
        this.traffic = traffic;
    }

    /** Serves kubectl: any number of connections to any ports on one socket. */
    public void tunnel(ServerWebSocket socket, ObjectNode pod, Runnable afterwards) {
        new SpdyTunnel(vertx, socket, port -> new PodPort(store, traffic, pod, port), afterwards);
    }

    /** Serves clients that send two numbered streams for each port: data and errors. */
    public void channels(
            ServerWebSocket socket,
            ChannelProtocol protocol,
            ObjectNode pod,
            List<Integer> ports,
            Runnable afterwards) {
        List<PodPort> targets = ports.stream()
                .map(port -> new PodPort(store, traffic, pod, port))
                .toList();
        new PortChannels(vertx, socket, protocol, afterwards).serve(ports, targets);
    }
}
