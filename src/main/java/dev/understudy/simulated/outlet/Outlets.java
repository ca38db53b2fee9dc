package dev.understudy.simulated.outlet;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which doors a simulated cluster opens beside its API server; none by default.
 *
 * @param ingressPort port on 127.0.0.1 on which Ingresses are served, 0 for any free one
 * @param prometheusPort port on 127.0.0.1 of its monitoring, 0 for any free one
 * @param alertWebhook where its alerts are posted
 */
public record Outlets(OptionalInt ingressPort, OptionalInt prometheusPort, Optional<Webhook> alertWebhook) {
    public static final Outlets NONE = new Outlets(OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

    /** Returns the same with a port for Ingresses. */
    public Outlets withIngress(int port) {
        return new Outlets(OptionalInt.of(port), prometheusPort, alertWebhook);
    }

    /** Returns the same with a port for monitoring. */
    public Outlets withPrometheus(int port) {
        return new Outlets(ingressPort, OptionalInt.of(port), alertWebhook);
    }

    /** Returns the same with an address for alerts. */
    public Outlets withAlertWebhook(Webhook address) {
        return new Outlets(ingressPort, prometheusPort, Optional.of(address));
    }

    /** Tells whether anybody looks at what is measured. */
    public boolean measure() {
        return prometheusPort.isPresent() || alertWebhook.isPresent();
    }
}
