package dev.understudy.simulated.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.simulated.network.Backend;
import dev.understudy.simulated.network.Directions;
import dev.understudy.simulated.network.NetworkPicture;
import dev.understudy.simulated.network.OpenPort;
import dev.understudy.simulated.network.Peer;
import dev.understudy.simulated.network.Reach;
import dev.understudy.simulated.network.ServiceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Works out what becomes of requests in one picture of the network. An app calls its dependencies one after the other
 * and fails with the first that fails it. Each pod is worked out once, and pods that are alike together, however many
 * ways lead to them. A circle of calls alone makes nobody unwell.
 */
final class Evaluation {
    /** Pods that answer alike: nothing that is looked at tells them apart. */
    private record Twins(String namespace, JsonNode labels, String node, List<OpenPort> ports, Behaviour behaviour) {}

    private final NetworkPicture picture;
    private final Directions directions;
    private final Outcomes outcomes = new Outcomes(pod -> workOut(pod, Behaviour.of(pod.object())));

    Evaluation(NetworkPicture picture) {
        this.picture = picture;
        this.directions = new Directions(picture);
    }

    NetworkPicture picture() {
        return picture;
    }

    Directions directions() {
        return directions;
    }

    /** Returns what becomes of requests that reach this pod. */
    synchronized Prospect of(Peer pod) {
        return outcomes.of(kin(pod), pod);
    }

    /** Returns what all pods have in common that answer, and are answered, as this one. */
    Object kin(Peer pod) {
        return picture.treatsTwinsAlike()
                ? new Twins(pod.namespace(), pod.labels(), pod.node(), pod.ports(), Behaviour.of(pod.object()))
                : pod;
    }

    private Prospect workOut(Peer pod, Behaviour behaviour) {
        double seconds = behaviour.latency().toNanos() / 1e9;
        Optional<NeededKey> missing = missing(pod, behaviour);
        if (missing.isPresent()) {
            return Prospect.of(List.of(
                    new Likely(1, Likely.FAILED, "missing " + missing.get().title(), seconds)));
        }
        List<Likely> ways = new ArrayList<>();
        ways.add(new Likely(behaviour.errors(), Likely.FAILED, "internal error", seconds));
        List<Likely> going = List.of(new Likely(1 - behaviour.errors(), Likely.OK, "", seconds));
        for (ServiceName dependency : behaviour.dependsOn()) {
            List<Likely> next = new ArrayList<>();
            for (Likely answer : called(pod, dependency, behaviour).ways()) {
                going.forEach(way -> (answer.succeeds() ? next : ways).add(followed(way, answer)));
            }
            going = Prospect.of(next).ways();
        }
        for (ServiceName dependency : behaviour.uses()) {
            List<Likely> next = new ArrayList<>();
            for (Likely answer : called(pod, dependency, behaviour).ways()) {
                going.forEach(way -> next.add(degraded(way, answer)));
            }
            going = Prospect.of(next).ways();
        }
        ways.addAll(going);
        return Prospect.of(ways);
    }

    Optional<NeededKey> missing(Peer pod, Behaviour behaviour) {
        return behaviour.needsConfig().stream()
                .filter(key -> !key.isThere(picture, pod.namespace()))
                .findFirst();
    }

    /** The request goes on, or ends, as the call to a dependency ended. */
    private static Likely followed(Likely way, Likely answer) {
        double share = way.share() * answer.share();
        double seconds = way.seconds() + answer.seconds();
        if (answer.succeeds()) {
            return new Likely(share, way.status(), way.message(), seconds);
        }
        int status = answer.status() == Likely.TIMED_OUT ? Likely.TIMED_OUT : Likely.UNAVAILABLE;
        return new Likely(share, status, answer.message(), seconds);
    }

    private static Likely degraded(Likely way, Likely answer) {
        String message = answer.succeeds() ? way.message() : "doing without: " + answer.message();
        return new Likely(way.share() * answer.share(), way.status(), message, way.seconds() + answer.seconds());
    }

    /** Returns how calls from a pod to a Service end, as the pod sees it. */
    synchronized Prospect called(Peer caller, ServiceName dependency, Behaviour behaviour) {
        String name = dependency.from(caller.namespace());
        double patience = behaviour.timeout().toNanos() / 1e9;
        List<Likely> seen = new ArrayList<>();
        for (Likely way : reached(caller, dependency).ways()) {
            Likely within = way.within(patience, way.message().isEmpty() ? "no answer in time" : way.message());
            boolean well = within.succeeds();
            String message = well ? "" : "cannot reach " + name + ": " + within.message();
            seen.add(new Likely(within.share(), well ? Likely.OK : within.status(), message, within.seconds()));
        }
        return Prospect.of(seen);
    }

    private Prospect reached(Peer caller, ServiceName dependency) {
        return toward(caller, way(caller, dependency));
    }

    /** Returns where a pod's calls to a Service lead: to the first of its ports. */
    Reach way(Peer caller, ServiceName dependency) {
        int port = picture.service(dependency)
                .map(service -> service.at("/spec/ports/0/port").asInt())
                .orElse(0);
        return directions.find(caller, dependency.from(caller.namespace()), port);
    }

    /** Returns how requests end that take this way; no answer at all takes for ever. */
    synchronized Prospect toward(Peer caller, Reach reach) {
        if (!(reach instanceof Reach.Served served)) {
            return Prospect.of(List.of(Failures.of(reach)));
        }
        List<Likely> ways = new ArrayList<>();
        double share = 1.0 / served.backends().size();
        for (Backend backend : served.backends()) {
            of(caller, served, backend).ways().forEach(way -> ways.add(way.times(share)));
        }
        return Prospect.of(ways);
    }

    private Prospect of(Peer caller, Reach.Served way, Backend backend) {
        Peer peer = backend.peer();
        if (!admits(caller, backend)) {
            return Prospect.of(List.of(Failures.lost(way.address(), way.port())));
        }
        return peer.listens(backend.port())
                ? of(peer)
                : Prospect.of(List.of(Failures.refused(way.address(), way.port())));
    }

    /** Tells whether what is sent there arrives. */
    boolean admits(Peer caller, Backend backend) {
        return backend.peer().sort() != Peer.Sort.OUTSIDE
                && picture.allows(caller, backend.peer(), backend.port(), "TCP");
    }
}
