package dev.understudy.cluster;

/**
 * Names a workload; its namespace comes from the scenario's target.
 *
 * @param name a DNS subdomain name, as Kubernetes asks
 */
public record Workload(WorkloadKind kind, String name) {
    /** Returns the workload in a namespace. */
    public ObjectRef in(String namespace) {
        return new ObjectRef(kind.type(), namespace, name);
    }

    /** Returns {@code Deployment checkout-cache}. */
    @Override
    public String toString() {
        return kind.word() + " " + name;
    }
}
