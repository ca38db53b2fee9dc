package dev.understudy.simulated.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.network.Backend;
import dev.understudy.simulated.network.LiveNetwork;
import dev.understudy.simulated.network.NetworkPicture;
import dev.understudy.simulated.network.Peer;
import dev.understudy.simulated.network.ServiceName;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of requests in the simulated cluster: from a pod, from a node, from outside. A pod that declares
 * dependencies fails while one of them fails it; a cycle of dependencies alone makes nobody unwell. Safe to use from
 * many threads, and cheap: the graph of calls is worked out again only after something in it has changed.
 */
public final class Traffic implements ServiceTraffic {
    /** With the value {@code dependencies}, a pod is not ready while one of its dependencies cannot be reached. */
    public static final String READINESS = "simulated.understudy.dev/readiness";

    private final LiveNetwork network;
    private final Answers answers = new Answers();
    private volatile Evaluation latest;

    public Traffic(ObjectStore store) {
        this.network = new LiveNetwork(store);
        this.latest = new Evaluation(network.now());
    }

    /** Tells whether a change of an object of this kind may change what becomes of requests. */
    public static boolean dependsOn(Kind kind) {
        return LiveNetwork.KINDS.contains(kind);
    }

    /** Looks from inside a pod. */
    public Vantage from(ObjectNode pod) {
        Evaluation now = now();
        return new Vantage(peer(now.picture(), pod), now, answers);
    }

    /** Looks from a node, where no policy applies. */
    public Vantage fromNode() {
        return new Vantage(Peer.onNode(), now(), answers);
    }

    /** Looks from outside the cluster. */
    public Vantage fromOutside(String address) {
        return new Vantage(Peer.outside(address), now(), answers);
    }

    /**
     * Sends a request to a pod itself, as its kubelet does or a forwarded port: past every policy, and whether or not it
     * is ready.
     */
    public Attempt toPod(ObjectNode pod, int port, String method, String path) {
        Evaluation now = now();
        Peer peer = peer(now.picture(), pod);
        return peer.listens(port)
                ? new Attempt.Answered(answers.of(now, peer, Answers.title(peer), method, path), peer.address(), port)
                : new Attempt.Rejected(peer.address(), port);
    }

    /** Answers a request through the API server's service proxy, which counts as a node. */
    @Override
    public Answer answer(Call call) {
        Evaluation now = now();
        ServiceName service = new ServiceName(call.namespace(), call.service());
        return switch (Routes.find(now.picture(), service, call.port())) {
            case Route.None(Refused why) -> why.answer();
            case Route.To(List<Backend> backends) -> {
                Backend backend = backends.get(answers.turn(backends.size()));
                yield proxied(now, backend, call);
            }
        };
    }

    private Answer proxied(Evaluation now, Backend backend, Call call) {
        Peer peer = backend.peer();
        if (peer.sort() == Peer.Sort.OUTSIDE) {
            return Refused.lost(peer.address(), backend.port()).answer();
        }
        return peer.listens(backend.port())
                ? answers.of(now, peer, call.service(), call.method(), call.path())
                : Refused.notListening(peer.address(), backend.port()).answer();
    }

    /** Tells whether the pod's readiness follows its dependencies. */
    public boolean decidesReadiness(ObjectNode pod) {
        return Marks.annotation(pod, READINESS).equals("dependencies");
    }

    /** Returns why no request to the pod succeeds, such as a dependency that it cannot reach; empty when some do. */
    public Optional<String> unreachable(ObjectNode pod) {
        Evaluation now = now();
        Prospect prospect = now.of(peer(now.picture(), pod));
        return prospect.success() > 0
                ? Optional.empty()
                : Optional.of(prospect.ways().getFirst().message());
    }

    private Evaluation now() {
        NetworkPicture picture = network.now();
        Evaluation evaluation = latest;
        if (evaluation.picture() != picture) {
            evaluation = new Evaluation(picture);
            latest = evaluation;
        }
        return evaluation;
    }

    /** The pod as it is stored, or as the caller has it when it is there no longer. */
    private static Peer peer(NetworkPicture picture, ObjectNode pod) {
        return picture.pod(Meta.namespace(pod), Meta.name(pod))
                .filter(found -> Meta.uid(found.object()).equals(Meta.uid(pod)))
                .orElseGet(() -> Peer.of(pod));
    }
}
