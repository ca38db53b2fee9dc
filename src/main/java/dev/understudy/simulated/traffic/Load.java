package dev.understudy.simulated.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.network.ServiceName;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.store.Meta;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The load on a Service or an Ingress, as an annotation on it declares.
 *
 * @param perSecond requests per second, above 0
 * @param path the path that is asked for, which chooses among the rules of an Ingress
 */
record Load(double perSecond, String path) {
    /** Requests that come all the time, such as {@code 20/s} or {@code 300/m}, on a Service or an Ingress. */
    static final String LOAD = "simulated.understudy.dev/load";
    /** The path for which the load on an Ingress asks; {@code /} by default. */
    static final String PATH = "simulated.understudy.dev/load-path";

    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*/\\s*([smh])");
    private static final Map<String, Integer> SECONDS = Map.of("s", 1, "m", 60, "h", 3600);

    /** Reads the annotation; empty when there is none that can be understood. */
    static Optional<Load> of(ObjectNode object) {
        Matcher load = FORM.matcher(Marks.annotation(object, LOAD).strip());
        if (!load.matches()) {
            return Optional.empty();
        }
        double perSecond = Double.parseDouble(load.group(1)) / SECONDS.getOrDefault(load.group(2), 1);
        String path = Marks.annotation(object, PATH);
        return perSecond > 0 ? Optional.of(new Load(perSecond, path.isEmpty() ? "/" : path)) : Optional.empty();
    }

    static ServiceName name(ObjectNode service) {
        return new ServiceName(Meta.namespace(service), Meta.name(service));
    }
}
