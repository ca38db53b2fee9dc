package dev.understudy.simulated.network;

/** Names a Service. */
public record ServiceName(String namespace, String name) {
    /** Reads {@code name} or {@code name.namespace}. */
    public static ServiceName read(String text, String ownNamespace) {
        int dot = text.indexOf('.');
        return dot < 0
                ? new ServiceName(ownNamespace, text)
                : new ServiceName(text.substring(dot + 1), text.substring(0, dot));
    }

    /** Returns the shortest name that a pod of {@code ownNamespace} would call. */
    public String from(String ownNamespace) {
        return namespace.equals(ownNamespace) ? name : name + "." + namespace;
    }
}
