package dev.understudy.simulated.traffic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.network.Peer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes what a pod answers. Safe to use from many threads. */
final class Answers {
    private final AtomicInteger turn = new AtomicInteger();
    private final RequestLog log;

    Answers(RequestLog log) {
        this.log = log;
    }

    /** Returns a number below {@code choices}, the next one each time. */
    int turn(int choices) {
        return Math.floorMod(turn.getAndIncrement(), choices);
    }

    /** Returns the name by which a pod speaks of itself: its app's where it is labelled, else its own. */
    static String title(Peer pod) {
        String name = pod.labels()
                .path("app.kubernetes.io/name")
                .asText(pod.labels().path("app").asText());
        return name.isEmpty() ? pod.name() : name;
    }

    /** Returns the answer to one request. */
    Answer of(Evaluation evaluation, Peer pod, String service, String method, String path) {
        Behaviour behaviour = Behaviour.of(pod.object());
        Likely way = behaviour.reportsHealth(path)
                ? evaluation.of(pod).pick(turn.getAndIncrement())
                : alone(evaluation, pod, behaviour);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("service", service).put("pod", pod.name()).put("status", status(way));
        if (!way.message().isEmpty()) {
            body.put("message", way.message());
        }
        log.answered(pod.object(), path, way.status(), way.message());
        return new Answer(
                way.status(), "application/json", method.equals("HEAD") ? "" : body.toString(), duration(way));
    }

    /** Returns an answer that no pod gives, but the controller before it. */
    static Answer plain(Likely way) {
        return new Answer(way.status(), "text/plain", way.message() + "\n", duration(way));
    }

    private static Duration duration(Likely way) {
        return Duration.ofNanos(Math.round(way.seconds() * 1e9));
    }

    private static String status(Likely way) {
        if (!way.succeeds()) {
            return "failing";
        }
        return way.message().isEmpty() ? "ok" : "degraded";
    }

    /** What it answers where no dependency counts. */
    private static Likely alone(Evaluation evaluation, Peer pod, Behaviour behaviour) {
        double seconds = behaviour.latency().toNanos() / 1e9;
        Optional<NeededKey> missing = evaluation.missing(pod, behaviour);
        return missing.map(key -> new Likely(1, Likely.FAILED, "missing " + key.title(), seconds))
                .orElseGet(() -> new Likely(1, Likely.OK, "", seconds));
    }
}
