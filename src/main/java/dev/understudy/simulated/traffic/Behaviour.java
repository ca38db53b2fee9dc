package dev.understudy.simulated.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.network.ServiceName;
import dev.understudy.simulated.object.Durations;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.store.Meta;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a pod behaves when it is called, as the annotations on it declare.
 *
 * @param dependsOn the Services that it calls for each request and cannot do without
 * @param uses the Services that it calls as well, and without which it still answers
 * @param latency how long it works on a request itself, default none
 * @param timeout how long it waits for a Service that it calls, default one second
 * @param healthPath the path whose answer tells of the dependencies, empty for every path
 * @param needsConfig keys without which it can only say what it misses
 * @param errors share of requests that fail by a fault of its own, from 0, the default, to 1
 */
record Behaviour(
        List<ServiceName> dependsOn,
        List<ServiceName> uses,
        Duration latency,
        Duration timeout,
        String healthPath,
        List<NeededKey> needsConfig,
        double errors) {
    private static final String PREFIX = "simulated.understudy.dev/";
    /** Services called for each request, such as {@code cache, bank.finance}: without one of them it answers 503. */
    static final String DEPENDS_ON = PREFIX + "depends-on";
    /** Services called for each request that it can do without: it answers 200 and says what is missing. */
    static final String USES = PREFIX + "uses";
    /** How long a request takes beside the calls that it makes, such as {@code 20ms}. */
    static final String LATENCY = PREFIX + "latency";
    /** How long it waits for a Service that it calls before it gives up with 504, such as {@code 2s}. */
    static final String TIMEOUT = PREFIX + "timeout";
    /** The only path whose answer tells of the dependencies; every other one is answered without them. */
    static final String HEALTH_PATH = PREFIX + "health-path";
    /** Keys that must be there, such as {@code shop-config/DATABASE_URL, secret:bank/token}: else it answers 500. */
    static final String NEEDS_CONFIG = PREFIX + "needs-config";
    /** Share of requests that fail with 500, such as {@code 5%} or {@code 0.05}. */
    static final String ERRORS = PREFIX + "errors";

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Reads the annotations of a pod; one that cannot be understood counts as absent. */
    static Behaviour of(ObjectNode pod) {
        String namespace = Meta.namespace(pod);
        return new Behaviour(
                services(Marks.annotation(pod, DEPENDS_ON), namespace),
                services(Marks.annotation(pod, USES), namespace),
                Durations.read(Marks.annotation(pod, LATENCY)).orElse(Duration.ZERO),
                Durations.read(Marks.annotation(pod, TIMEOUT)).orElse(PATIENCE),
                Marks.annotation(pod, HEALTH_PATH),
                list(Marks.annotation(pod, NEEDS_CONFIG)).map(NeededKey::read).toList(),
                Shares.read(Marks.annotation(pod, ERRORS)).orElse(0.0));
    }

    /** Tells whether a request for this path is answered only when the dependencies are. */
    boolean reportsHealth(String path) {
        return healthPath.isEmpty() || healthPath.equals(path.replaceFirst("\\?.*", ""));
    }

    private static List<ServiceName> services(String text, String namespace) {
        return list(text).map(name -> ServiceName.read(name, namespace)).toList();
    }

    private static Stream<String> list(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).filter(name -> !name.isEmpty());
    }
}
