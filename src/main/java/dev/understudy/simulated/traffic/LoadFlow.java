package dev.understudy.simulated.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.network.Backend;
import dev.understudy.simulated.network.GivenPods;
import dev.understudy.simulated.network.Peer;
import dev.understudy.simulated.network.Reach;
import dev.understudy.simulated.network.ServiceName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the load goes: what enters is spread over the pods behind it, and each pod passes on what it calls for each
 * request, as far as it gets. Pods that are alike are followed together. A call back to an earlier pod of a circle is
 * left out.
 */
final class LoadFlow {
    /** Gives up after a minute, as load generators do. */
    private static final double PATIENCE = 60;

    private record Arrival(ServiceName service, Peer pod) {}

    /** A call that each request of a pod makes, as far as requests get there. */
    private record Call(ServiceName service, double share, List<Backend> backends) {}

    private final Evaluation evaluation;
    private final Map<Arrival, Double> arrivals = new LinkedHashMap<>();
    private final Map<Object, Peer> samples = new HashMap<>();
    private final Map<Object, Double> perSecond = new HashMap<>();
    private final Map<Object, List<Call>> calls = new HashMap<>();
    private final List<Rate> rates = new ArrayList<>();
    /** Requests per second by namespace and name of the pod. */
    private final Map<ServiceName, Double> byPod = new HashMap<>();

    private LoadFlow(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** Follows all load through one picture of the network. */
    static LoadFlow of(Evaluation evaluation) {
        LoadFlow flow = new LoadFlow(evaluation);
        for (ObjectNode service : evaluation.picture().services()) {
            Load.of(service).ifPresent(load -> flow.onService(service, load.perSecond()));
        }
        for (ObjectNode ingress : Entrances.served(evaluation.picture())) {
            Load.of(ingress).ifPresent(load -> flow.onIngress(ingress, load));
        }
        if (!flow.arrivals.isEmpty()) {
            flow.passOn();
        }
        flow.arrivals.forEach(flow::served);
        return flow;
    }

    boolean isOf(Evaluation other) {
        return evaluation == other;
    }

    /** Returns every rate that is above 0. */
    List<Rate> rates() {
        return Collections.unmodifiableList(rates);
    }

    /** Returns the requests per second that reach a pod. */
    double perSecond(String namespace, String pod) {
        return byPod.getOrDefault(new ServiceName(namespace, pod), 0.0);
    }

    private void onService(ObjectNode service, double rate) {
        ServiceName name = Load.name(service);
        int port = service.at("/spec/ports/0/port").asInt();
        Reach reach = evaluation.directions().find(Peer.onNode(), name.from(""), port);
        for (Likely way : evaluation.toward(Peer.onNode(), reach).ways()) {
            int code = way.within(PATIENCE, "").status();
            rates.add(new Rate.Asked(name.namespace(), name.name(), code, rate * way.share()));
        }
        if (reach instanceof Reach.Served served) {
            arrive(name, served.backends(), Peer.onNode(), rate);
        }
    }

    private void onIngress(ObjectNode ingress, Load load) {
        String host = ingress.at("/spec/rules/0/host").asText().replace("*", "any");
        Entrances.find(evaluation.picture(), host, load.path()).ifPresent(entrance -> {
            ServiceName service = entrance.service();
            for (Likely way : entrance.prospect(evaluation).ways()) {
                Likely seen = way.within(PATIENCE, "");
                double rate = load.perSecond() * way.share();
                rates.add(new Rate.Entered(
                        entrance.namespace(),
                        entrance.ingress(),
                        service.name(),
                        seen.status(),
                        rate,
                        rate * seen.seconds()));
            }
            arrive(service, entrance.backends(evaluation), GivenPods.INGRESS_CONTROLLER, load.perSecond());
        });
    }

    /** Counts requests at the pods that they reach. */
    private void arrive(ServiceName service, List<Backend> backends, Peer caller, double rate) {
        double each = rate / Math.max(1, backends.size());
        for (Backend backend : backends) {
            if (evaluation.admits(caller, backend) && backend.peer().listens(backend.port())) {
                Object kin = evaluation.kin(backend.peer());
                samples.putIfAbsent(kin, backend.peer());
                perSecond.merge(kin, each, Double::sum);
                arrivals.merge(new Arrival(service, backend.peer()), each, Double::sum);
            }
        }
    }

    private void passOn() {
        List<Object> order = callersFirst();
        Map<Object, Integer> place = new HashMap<>();
        order.forEach(kin -> place.put(kin, place.size()));
        for (int at = 0; at < order.size(); at++) {
            int here = at;
            Object kin = order.get(at);
            Peer caller = samples.getOrDefault(kin, Peer.onNode());
            double rate = perSecond.getOrDefault(kin, 0.0);
            for (Call call : calls.getOrDefault(kin, List.of())) {
                List<Backend> onward = call.backends().stream()
                        .filter(backend -> place.getOrDefault(evaluation.kin(backend.peer()), -1) > here)
                        .toList();
                double reaching =
                        (double) onward.size() / Math.max(1, call.backends().size());
                arrive(call.service(), onward, caller, rate * call.share() * reaching);
            }
        }
    }

    /** Orders kinds of pods so that each comes before those that it calls. */
    private List<Object> callersFirst() {
        Deque<Object> order = new ArrayDeque<>();
        Set<Object> seen = new LinkedHashSet<>();
        List.copyOf(samples.entrySet()).forEach(each -> visit(each.getKey(), each.getValue(), seen, order));
        return new ArrayList<>(order);
    }

    private void visit(Object kin, Peer sample, Set<Object> seen, Deque<Object> order) {
        if (!seen.add(kin)) {
            return;
        }
        List<Call> made = calls(sample);
        calls.put(kin, made);
        for (Call call : made) {
            for (Backend backend : call.backends()) {
                Object next = evaluation.kin(backend.peer());
                samples.putIfAbsent(next, backend.peer());
                visit(next, backend.peer(), seen, order);
            }
        }
        order.addFirst(kin);
    }

    private List<Call> calls(Peer pod) {
        Behaviour behaviour = Behaviour.of(pod.object());
        List<Call> made = new ArrayList<>();
        double share = evaluation.missing(pod, behaviour).isPresent() ? 0 : 1 - behaviour.errors();
        for (ServiceName dependency : behaviour.dependsOn()) {
            made.add(call(pod, dependency, share));
            share *= evaluation.called(pod, dependency, behaviour).success();
        }
        for (ServiceName dependency : behaviour.uses()) {
            made.add(call(pod, dependency, share));
        }
        return made;
    }

    private Call call(Peer pod, ServiceName dependency, double share) {
        return new Call(
                dependency,
                share,
                evaluation.way(pod, dependency) instanceof Reach.Served served ? served.backends() : List.of());
    }

    private void served(Arrival arrival, double rate) {
        if (rate <= 0) {
            return;
        }
        byPod.merge(new ServiceName(arrival.pod().namespace(), arrival.pod().name()), rate, Double::sum);
        for (Likely way : evaluation.of(arrival.pod()).ways()) {
            double ending = rate * way.share();
            rates.add(new Rate.Served(
                    arrival.service().namespace(),
                    arrival.service().name(),
                    arrival.pod().name(),
                    way.status(),
                    ending,
                    ending * way.seconds()));
        }
    }
}
