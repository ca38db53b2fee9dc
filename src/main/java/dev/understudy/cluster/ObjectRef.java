package dev.understudy.cluster;

/**
 * Names one object.
 *
 * @param namespace empty for cluster-scoped objects
 */
public record ObjectRef(ResourceType type, String namespace, String name) implements Comparable<ObjectRef> {
    public ObjectRef {
        if (type.namespaced() == namespace.isEmpty()) {
            throw new IllegalArgumentException(
                    type.kind() + " " + name + (type.namespaced() ? " needs a namespace" : " has no namespace"));
        }
    }

    @Override
    public int compareTo(ObjectRef other) {
        return toString().compareTo(other.toString());
    }

    /** Returns {@code Deployment shop/checkout-cache}. */
    @Override
    public String toString() {
        return type.kind() + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }
}
