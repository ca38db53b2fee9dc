package dev.understudy.cluster;

/** Kinds of workload that a scenario may target. */
public enum WorkloadKind {
    DEPLOYMENT("Deployment", ResourceType.DEPLOYMENT),
    STATEFUL_SET("StatefulSet", ResourceType.STATEFUL_SET),
    DAEMON_SET("DaemonSet", ResourceType.DAEMON_SET);

    private final String word;
    private final ResourceType type;

    WorkloadKind(String word, ResourceType type) {
        this.word = word;
        this.type = type;
    }

    /** The word in YAML and in Kubernetes: {@code StatefulSet}. */
    public String word() {
        return word;
    }

    public ResourceType type() {
        return type;
    }
}
