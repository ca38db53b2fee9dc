package dev.understudy.fault;

import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Workload;

/** What a scenario aims at. */
public record Target(String namespace, Workload workload) {
    /** Returns the workload as an object of the cluster. */
    public ObjectRef object() {
        return workload.in(namespace);
    }
}
