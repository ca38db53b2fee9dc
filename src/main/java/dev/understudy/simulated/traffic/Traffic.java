package dev.understudy.simulated.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.network.Backend;
import dev.understudy.simulated.network.LiveNetwork;
import dev.understudy.simulated.network.Names;
import dev.understudy.simulated.network.NetworkPicture;
import dev.understudy.simulated.network.Peer;
import dev.understudy.simulated.network.Reach;
import dev.understudy.simulated.network.Resolution;
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
public final class Traffic implements ServiceTraffic, PodTraffic {
    /** With the value {@code dependencies}, a pod is not ready while one of its dependencies cannot be reached. */
    public static final String READINESS = "simulated.understudy.dev/readiness";

    private static final String LOOPBACK = "127.0.0.1";

    private final LiveNetwork network;
    private final Answers answers;
    private volatile Evaluation latest;

    public Traffic(ObjectStore store) {
        this(store, (_, _, _, _) -> {});
    }

    /** Tells {@code log} of every request that a pod answers. */
    public Traffic(ObjectStore store, RequestLog log) {
        this.answers = new Answers(log);
        this.network = new LiveNetwork(store);
        this.latest = new Evaluation(network.now());
    }

    /** Tells whether a change of an object of this kind may change what becomes of requests. */
    public static boolean dependsOn(Kind kind) {
        return LiveNetwork.KINDS.contains(kind);
    }

    @Override
    public Lookup lookUp(ObjectNode pod, String name) {
        if (name.equals("localhost")) {
            return new Lookup.Found(name, LOOPBACK);
        }
        NetworkPicture picture = network.now();
        return switch (new Names(picture).resolve(peer(picture, pod), name)) {
            case Resolution.Found(String full, List<String> addresses) ->
                new Lookup.Found(full, addresses.get(answers.turn(addresses.size())));
            case Resolution.NotFound _ -> new Lookup.Unknown();
            case Resolution.Silent _ -> new Lookup.Silence();
        };
    }

    @Override
    public Response request(ObjectNode pod, String address, int port, String method, String path) {
        Evaluation now = now();
        Peer self = peer(now.picture(), pod);
        if (address.startsWith("127.") || address.equals(self.address())) {
            return onLoopback(pod, port, method, path);
        }
        return switch (now.directions().find(self, address, port)) {
            case Reach.Nameless _ -> new Response.Silence();
            case Reach.Lost _ -> new Response.Silence();
            case Reach.Unserved _ -> new Response.NobodyListens();
            case Reach.Served(var _, var _, List<Backend> backends) -> {
                Backend backend = backends.get(answers.turn(backends.size()));
                yield now.admits(self, backend)
                        ? answered(now, backend.peer(), backend.port(), method, path)
                        : new Response.Silence();
            }
        };
    }

    @Override
    public boolean listens(ObjectNode pod, int port) {
        return peer(now().picture(), pod).listens(port);
    }

    @Override
    public Response onLoopback(ObjectNode pod, int port, String method, String path) {
        Evaluation now = now();
        return answered(now, peer(now.picture(), pod), port, method, path);
    }

    private Response answered(Evaluation now, Peer peer, int port, String method, String path) {
        return peer.listens(port)
                ? new Response.Answered(answers.of(now, peer, Answers.title(peer), method, path))
                : new Response.NobodyListens();
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

    /**
     * Answers a request that comes to the cluster's ingress from outside.
     *
     * @param host the {@code Host} header, which chooses the rules
     * @param path path with its query, beginning with {@code /}
     */
    public Answer enter(String host, String method, String path) {
        Evaluation now = now();
        return Entrances.find(now.picture(), host, path)
                .map(entrance -> entered(now, entrance, method, path))
                .orElseGet(() -> Answers.plain(new Likely(1, 404, "default backend - 404", 0)));
    }

    private Answer entered(Evaluation now, Entrance entrance, String method, String path) {
        List<Backend> backends = entrance.backends(now);
        if (backends.isEmpty()) {
            return Answers.plain(entrance.prospect(now).ways().getFirst());
        }
        Backend backend = backends.get(answers.turn(backends.size()));
        return Entrance.unanswered(now, backend)
                .map(Answers::plain)
                .orElseGet(
                        () -> answers.of(now, backend.peer(), entrance.service().name(), method, path));
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

    /** Returns what the load on the cluster amounts to at the moment, pod by pod. */
    public List<Rate> rates() {
        return LoadFlow.of(now());
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
