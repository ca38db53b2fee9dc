package dev.understudy.simulated.traffic;

import dev.understudy.simulated.network.Backend;
import dev.understudy.simulated.network.Names;
import dev.understudy.simulated.network.Peer;
import dev.understudy.simulated.network.Reach;
import dev.understudy.simulated.network.Resolution;
import java.util.function.BiFunction;

/**
 * The network as it is seen from one place: from inside a pod, from a node, from outside. Made for one use and cheap; it
 * sees the cluster as it was when it was made. Policies apply, names are those of the pod's namespace.
 */
public final class Vantage {
    private final Peer self;
    private final Evaluation evaluation;
    private final Answers answers;

    Vantage(Peer self, Evaluation evaluation, Answers answers) {
        this.self = self;
        this.evaluation = evaluation;
        this.answers = answers;
    }

    /** Asks the cluster's DNS for a host; an address is its own answer. */
    public Resolution resolve(String host) {
        return new Names(evaluation.picture()).resolve(self, host);
    }

    /** Opens a TCP connection to a host, by name or address, and sends nothing. */
    public Attempt connect(String host, int port) {
        return toward(host, port, (Backend _, Reach.Served way) -> new Attempt.Connected(way.address(), way.port()));
    }

    /**
     * Sends one HTTP request.
     *
     * @param host name or address
     * @param path path with its query, beginning with {@code /}
     */
    public Attempt request(String host, int port, String method, String path) {
        return toward(host, port, (Backend backend, Reach.Served way) -> {
            Answer answer = answers.of(evaluation, backend.peer(), Answers.title(backend.peer()), method, path);
            return new Attempt.Answered(answer, way.address(), way.port());
        });
    }

    private Attempt toward(String host, int port, BiFunction<Backend, Reach.Served, Attempt> arrived) {
        return switch (evaluation.directions().find(self, host, port)) {
            case Reach.Nameless(Resolution why) -> new Attempt.Unresolved(why);
            case Reach.Lost(String address, int number) -> new Attempt.Dropped(address, number);
            case Reach.Unserved(String address, int number) -> new Attempt.Rejected(address, number);
            case Reach.Served served -> arrive(served, arrived);
        };
    }

    private Attempt arrive(Reach.Served way, BiFunction<Backend, Reach.Served, Attempt> arrived) {
        Backend backend = way.backends().get(answers.turn(way.backends().size()));
        Peer peer = backend.peer();
        if (peer.sort() == Peer.Sort.OUTSIDE || !evaluation.picture().allows(self, peer, backend.port(), "TCP")) {
            return new Attempt.Dropped(way.address(), way.port());
        }
        return peer.listens(backend.port())
                ? arrived.apply(backend, way)
                : new Attempt.Rejected(way.address(), way.port());
    }
}
