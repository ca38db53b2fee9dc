package dev.understudy.simulated.metrics;

import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.traffic.Rate;
import dev.understudy.simulated.traffic.Traffic;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets the counters of requests grow at the rates of the moment. Nothing is sent: a rate changes when the cluster does. */
public final class TrafficCounters implements Reconciler {
    private static final Key ALL = new Key(Kinds.SERVICE, "", "");

    private final ObjectStore store;
    private final InstantSource clock;
    private final Measurements measurements;
    private final Traffic traffic;

    public TrafficCounters(ObjectStore store, InstantSource clock, Measurements measurements, Traffic traffic) {
        this.store = store;
        this.clock = clock;
        this.measurements = measurements;
        this.traffic = traffic;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        return Traffic.dependsOn(event.kind()) ? List.of(ALL) : List.of();
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        Map<Labels, Double> perSecond = new HashMap<>();
        traffic.rates().forEach(rate -> add(rate, perSecond));
        // a counter stands still, and does not vanish, as long as whoever counts is there
        measurements.of(this, this::isStillThere).forEach(labels -> perSecond.putIfAbsent(labels, 0.0));
        measurements.grow(this, perSecond, clock.instant());
        return Optional.empty();
    }

    private boolean isStillThere(Labels labels) {
        String pod = labels.get("pod");
        return pod.isEmpty()
                || store.view(Kinds.POD, labels.get("namespace"), pod).isPresent();
    }

    private static void add(Rate rate, Map<Labels, Double> perSecond) {
        switch (rate) {
            case Rate.Served(var namespace, var service, var pod, int code, double each, double seconds) -> {
                String[] who = {"namespace", namespace, "service", service, "pod", pod};
                String[] how = {"namespace", namespace, "service", service, "pod", pod, "code", "" + code};
                perSecond.merge(Labels.of("http_requests_total", how), each, Double::sum);
                perSecond.merge(Labels.of("http_request_duration_seconds_count", who), each, Double::sum);
                perSecond.merge(Labels.of("http_request_duration_seconds_sum", who), seconds, Double::sum);
            }
            case Rate.Entered(var namespace, var ingress, var service, int code, double each, double seconds) -> {
                String[] who = {"namespace", namespace, "ingress", ingress, "service", service};
                String[] how = {"namespace", namespace, "ingress", ingress, "service", service, "status", "" + code};
                String duration = "nginx_ingress_controller_request_duration_seconds";
                perSecond.merge(Labels.of("nginx_ingress_controller_requests", how), each, Double::sum);
                perSecond.merge(Labels.of(duration + "_count", who), each, Double::sum);
                perSecond.merge(Labels.of(duration + "_sum", who), seconds, Double::sum);
            }
            case Rate.Asked(var namespace, var service, int code, double each) ->
                perSecond.merge(
                        Labels.of(
                                "simulated_load_requests_total",
                                "namespace",
                                namespace,
                                "service",
                                service,
                                "code",
                                "" + code),
                        each,
                        Double::sum);
        }
    }

    @Override
    public String toString() {
        return "traffic-counters";
    }
}
