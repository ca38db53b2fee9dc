package dev.understudy.probe;

import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service as a probe names it. */
public record ServiceName(String name, String namespace) {
    private static final String LABEL = "[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?";
    private static final Pattern HOST =
            Pattern.compile("(" + LABEL + ")\\.(" + LABEL + ")(?:\\.svc(?:\\.cluster\\.local)?)?");

    /** Reads {@code service.namespace}, also with {@code .svc} and {@code .svc.cluster.local}; empty for anything else. */
    public static Optional<ServiceName> parse(String host) {
        Matcher labels = HOST.matcher(host);
        return labels.matches() ? Optional.of(new ServiceName(labels.group(1), labels.group(2))) : Optional.empty();
    }

    /** Returns the Service object. */
    public ObjectRef object() {
        return new ObjectRef(ResourceType.SERVICE, namespace, name);
    }

    /** Returns the name that every pod can resolve. */
    public String host() {
        return name + "." + namespace + ".svc";
    }

    /** Returns {@code service.namespace}. */
    @Override
    public String toString() {
        return name + "." + namespace;
    }
}
