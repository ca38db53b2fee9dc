package dev.understudy.simulated;

import dev.understudy.simulated.alerts.AlertRule;
import dev.understudy.simulated.alerts.AlertSource;
import dev.understudy.simulated.alerts.AlertWebhook;
import dev.understudy.simulated.alerts.Notices;
import dev.understudy.simulated.metrics.Measurements;
import dev.understudy.simulated.metrics.ObjectGauges;
import dev.understudy.simulated.metrics.TrafficCounters;
import dev.understudy.simulated.outlet.LoopbackServer;
import dev.understudy.simulated.outlet.Outlets;
import dev.understudy.simulated.prometheus.PrometheusApi;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.traffic.Traffic;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The monitoring beside a simulated cluster: nothing at all where nobody looks at it. */
final class Monitoring implements AutoCloseable {
    private final List<Reconciler> reconcilers;
    private final AlertSource alerts;
    private final Optional<AlertWebhook> webhook;
    private final Optional<LoopbackServer> server;

    Monitoring(Outlets outlets, ObjectStore store, InstantSource clock) {
        Measurements measurements = new Measurements();
        webhook = outlets.alertWebhook().map(AlertWebhook::new);
        server = outlets.prometheusPort().isPresent()
                ? Optional.of(new LoopbackServer(
                        outlets.prometheusPort().getAsInt(),
                        new PrometheusApi(measurements, clock, () -> alerts().active())))
                : Optional.empty();
        Notices notices =
                new Notices(payload -> webhook.ifPresent(to -> to.accept(payload)), url().orElse("http://simulated"));
        alerts = new AlertSource(clock, measurements, notices);
        reconcilers = outlets.measure()
                ? List.of(
                        new ObjectGauges(store, clock, measurements),
                        new TrafficCounters(store, clock, measurements, new Traffic(store)),
                        alerts)
                : List.of();
    }

    /** What the control loop has to run. */
    List<Reconciler> reconcilers() {
        return reconcilers;
    }

    void add(List<AlertRule> rules) {
        alerts.add(rules);
    }

    private AlertSource alerts() {
        return alerts;
    }

    /** The address of the Prometheus API, where there is one. */
    Optional<String> url() {
        return server.map(open -> "http://127.0.0.1:" + open.port());
    }

    @Override
    public void close() {
        server.ifPresent(LoopbackServer::close);
        webhook.ifPresent(AlertWebhook::close);
    }
}
