package dev.understudy.cluster.kubernetes.change;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object that is only the order for a fault: the controllers of Chaos Mesh and Litmus carry it out, say in its status how
 * far they are, and hold it by a finalizer until they have taken it back.
 */
final class Experiment {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ApiServer server;
    private final Duration patience;

    /** @param patience how long a controller is given */
    Experiment(ApiServer server, Duration patience) {
        this.server = server;
        this.patience = patience;
    }

    /** Tells whether such objects are waited for. */
    static boolean is(ObjectRef object) {
        return controller(object).isPresent();
    }

    /** Waits until the controller says that it has injected; returns why it has not, or empty. */
    Optional<String> awaitInjected(ObjectRef object) {
        long end = System.nanoTime() + patience.toNanos();
        String state = "it says nothing";
        while (System.nanoTime() < end) {
            Optional<ClusterObject> live = server.find(object);
            if (live.isEmpty()) {
                return Optional.of(object + " is gone again before " + name(object) + " injected it");
            }
            if (injected(live.get())) {
                return Optional.empty();
            }
            state = state(live.get());
            ApiServer.pause(PAUSE);
        }
        return Optional.of(name(object) + " has not injected " + object + " within " + patience.toSeconds() + "s ("
                + state + "); is its controller running, and does it select any pods?");
    }

    /** Waits until the object is gone, which is when its controller has recovered it; returns why it is not, or empty. */
    Optional<String> awaitRecovered(ObjectRef object) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (server.find(object).isEmpty()) {
                return Optional.empty();
            }
            ApiServer.pause(PAUSE);
        }
        return Optional.of(name(object) + " has not recovered " + object + " within " + patience.toSeconds()
                + "s: it is being deleted and its finalizer still stands; the fault may still be there");
    }

    private static boolean injected(ClusterObject live) {
        if (live.ref().type().group().equals("chaos-mesh.org")) {
            return "True".equals(condition(live, "AllInjected"));
        }
        return PlainJson.objects(PlainJson.at(live.json(), "status", "experiments")).stream()
                .map(experiment -> PlainJson.text(experiment, "status"))
                .anyMatch("Running"::equals);
    }

    private static String state(ClusterObject live) {
        if (live.ref().type().group().equals("chaos-mesh.org")) {
            String all = condition(live, "AllInjected");
            return all == null ? "it says nothing" : "AllInjected is " + all;
        }
        String engine = PlainJson.text(live.json(), "status", "engineStatus");
        return engine.isEmpty() ? "it says nothing" : "engineStatus is " + engine;
    }

    private static @Nullable String condition(ClusterObject live, String type) {
        for (Map<String, Object> one : PlainJson.objects(PlainJson.at(live.json(), "status", "conditions"))) {
            if (PlainJson.text(one, "type").equals(type)) {
                return PlainJson.text(one, "status");
            }
        }
        return null;
    }

    private static String name(ObjectRef object) {
        return controller(object).orElseThrow();
    }

    private static Optional<String> controller(ObjectRef object) {
        return switch (object.type().group()) {
            case "chaos-mesh.org" ->
                object.type().kind().endsWith("Chaos") ? Optional.of("Chaos Mesh") : Optional.empty();
            case "litmuschaos.io" ->
                object.type().kind().equals("ChaosEngine") ? Optional.of("Litmus") : Optional.empty();
            default -> Optional.empty();
        };
    }
}
