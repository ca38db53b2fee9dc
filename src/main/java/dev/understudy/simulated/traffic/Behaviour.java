package dev.understudy.simulated.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Durations;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.store.Meta;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How a pod behaves when it is called, as the annotations on it declare.
 *
 * @param dependsOn the Services that it calls itself
 * @param latency how long an answer takes, default none
 * @param healthPath the path whose answer tells of the dependencies, empty for every path
 */
record Behaviour(List<ServiceName> dependsOn, Duration latency, String healthPath) {
    static final String DEPENDS_ON = "simulated.understudy.dev/depends-on";
    static final String LATENCY = "simulated.understudy.dev/latency";
    static final String HEALTH_PATH = "simulated.understudy.dev/health-path";

    /** Reads the annotations of a pod. */
    static Behaviour of(ObjectNode pod) {
        String namespace = Meta.namespace(pod);
        return new Behaviour(
                Arrays.stream(Marks.annotation(pod, DEPENDS_ON).split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .map(name -> ServiceName.read(name, namespace))
                        .toList(),
                Durations.read(Marks.annotation(pod, LATENCY)).orElse(Duration.ZERO),
                Marks.annotation(pod, HEALTH_PATH));
    }

    /** Tells whether a request for this path is answered only when the dependencies are. */
    boolean reportsHealth(String path) {
        return healthPath.isEmpty() || healthPath.equals(path.replaceFirst("\\?.*", ""));
    }
}
