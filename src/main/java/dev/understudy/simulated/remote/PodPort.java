package dev.understudy.simulated.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.traffic.Answer;
import dev.understudy.simulated.traffic.PodTraffic;
import dev.understudy.simulated.traffic.Response;
import java.util.Optional;

/** One port of one pod, for as long as the pod runs: another pod of the same name is not meant. */
final class PodPort {
    private final ObjectStore store;
    private final PodTraffic traffic;
    private final ObjectNode pod;
    private final int port;

    PodPort(ObjectStore store, PodTraffic traffic, ObjectNode pod, int port) {
        this.store = store;
        this.traffic = traffic;
        this.pod = pod;
        this.port = port;
    }

    /** Returns why no connection can be made, in the words of a kubelet; empty when one can. */
    String refusal() {
        boolean open = current().filter(now -> traffic.listens(now, port)).isPresent();
        return open
                ? ""
                : "error forwarding port " + port + " to pod " + Meta.uid(pod) + ", uid : failed to execute portforward"
                        + " in network namespace: failed to connect to localhost:" + port
                        + ", IPv4: dial tcp4 127.0.0.1:" + port + ": connect: connection refused";
    }

    /** Returns the application's answer; empty when it has gone. */
    Optional<Answer> answer(String method, String path) {
        return current()
                .map(now -> traffic.onLoopback(now, port, method, path))
                .flatMap(response ->
                        response instanceof Response.Answered(Answer answer) ? Optional.of(answer) : Optional.empty());
    }

    private Optional<ObjectNode> current() {
        return store.view(Kinds.POD, Meta.namespace(pod), Meta.name(pod))
                .filter(now -> Meta.uid(now).equals(Meta.uid(pod))
                        && PodState.phase(now).equals("Running"));
    }
}
