package dev.understudy.simulated.node.kubelet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.load.Meter;
import dev.understudy.simulated.object.Durations;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.schema.Quantities;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * How the process in a container behaves, as annotations on its pod declare. Each speaks of the pod's first container;
 * with {@code .NAME} behind it, of the container with that name. They are read at every look, so that annotating a
 * running pod has effect. What cannot be understood has none.
 */
final class Traits {
    private static final String PREFIX = "simulated.understudy.dev/";

    /** How long after its start a container answers, such as {@code 2s}: it is not ready before. Default at once. */
    static final String READY_AFTER = "ready-after";
    /** When and how the process ends by itself: see {@link Exits}. */
    static final String EXITS = "exits";
    /**
     * What memory the process uses: {@code 180Mi}, or {@code 180Mi after 30s}; above its limit it is killed. Default as
     * much as {@code kubectl top} tells.
     */
    static final String MEMORY = "memory";
    /** The ports on which the process listens, such as {@code 8080,9090}; default those that the pod declares. */
    static final String LISTENS = "listens";
    /** How long an answer takes; a probe with a shorter {@code timeoutSeconds} fails. */
    static final String LATENCY = "latency";
    /** How long the process takes to end when it is told to; longer than its grace period, it is killed. */
    static final String STOPS_AFTER = "stops-after";

    /** The port of a service that died out (tcpmux): what asks there wants to be refused. */
    private static final int NOBODYS = 1;

    private Traits() {}

    /** Returns what is declared for a container, empty when nothing is. */
    static String of(ObjectNode pod, ContainerSpec spec, String trait) {
        String own = Marks.annotation(pod, PREFIX + trait + "." + spec.name());
        return own.isEmpty() && spec.first() ? Marks.annotation(pod, PREFIX + trait) : own;
    }

    static Optional<Duration> duration(ObjectNode pod, ContainerSpec spec, String trait) {
        return Durations.read(of(pod, spec, trait));
    }

    /** Returns the amount of memory, and how long after the start it is reached. */
    static Optional<Amount> memory(ObjectNode pod, ContainerSpec spec) {
        String declared = of(pod, spec, MEMORY);
        String[] words = (declared.isEmpty() ? Meter.IDLE : declared).strip().split("\\s+");
        Duration after = words.length == 3 && words[1].equals("after")
                ? Durations.read(words[2]).orElse(Duration.ZERO)
                : Duration.ZERO;
        return Quantities.value(words[0]).map(bytes -> new Amount(bytes, after));
    }

    /**
     * Tells whether a process of the pod listens on a port; where nothing is declared, on whichever is asked but the
     * first, which is nobody's.
     */
    static boolean listens(ObjectNode pod, ContainerSpec spec, int port) {
        String declared = of(pod, spec, LISTENS);
        if (!declared.isEmpty()) {
            return Arrays.stream(declared.split(",")).map(String::strip).anyMatch(Integer.toString(port)::equals);
        }
        boolean any = false;
        for (ContainerSpec container : ContainerSpec.of(pod)) {
            for (var open : container.json().path("ports")) {
                any = true;
                if (open.path("containerPort").asInt() == port) {
                    return true;
                }
            }
        }
        return !any && port != NOBODYS;
    }

    /** An amount of memory that is used from some time after the start on. */
    record Amount(BigDecimal bytes, Duration after) {}
}
