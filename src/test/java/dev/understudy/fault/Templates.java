package dev.understudy.fault;

/** Manifests of a workload called {@code cache} and of its pods, for planners that change its template. */
final class Templates {
    private Templates() {}

    /**
     * A Deployment.
     *
     * @param spec what its spec holds beside replicas and template, in flow style with a comma at its end, or nothing
     * @param pod what its pod spec holds, in flow style
     */
    static String deployment(String spec, String pod) {
        return workload("Deployment", spec, pod) + """
            ---
            kind: ReplicaSet
            metadata: {name: cache-1, ownerReferences: [{controller: true, uid: uid-cache}]}
            """;
    }

    static String workload(String kind, String spec, String pod) {
        return """
            kind: %s
            metadata: {name: cache}
            spec: {replicas: 3, %s template: {spec: {%s}}}
            """.formatted(kind, spec, pod);
    }

    /** Pods of the Deployment. */
    static String pods(int number) {
        return pods(number, "uid-cache-1");
    }

    static String pods(int number, String owner) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < number; i++) {
            all.append("""
                ---
                kind: Pod
                metadata: {name: cache-%d, ownerReferences: [{controller: true, uid: %s}]}
                """.formatted(i, owner));
        }
        return all.toString();
    }
}
