package dev.understudy.bench;

/** Many small namespaces that allow drills, each with one Deployment of one pod, on nodes with room for them. */
final class Crowd {
    private static final int PODS_PER_NODE = 100;

    private Crowd() {}

    static String namespace(int number) {
        return "team-" + number;
    }

    static String world(int namespaces) {
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i <= namespaces / PODS_PER_NODE; i++) {
            yaml.append("""
                    ---
                    apiVersion: v1
                    kind: Node
                    metadata: {name: node-%d}
                    """.formatted(i));
        }
        for (int i = 0; i < namespaces; i++) {
            yaml.append("""
                    ---
                    apiVersion: v1
                    kind: Namespace
                    metadata: {name: %1$s, labels: {understudy.dev/drills: allowed}}
                    ---
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: app, namespace: %1$s}
                    spec:
                      replicas: 1
                      selector: {matchLabels: {app: app}}
                      template:
                        metadata: {labels: {app: app}}
                        spec:
                          containers: [{name: main, image: shop/app:1}]
                    """.formatted(namespace(i)));
        }
        return yaml.substring("---\n".length());
    }

    /**
     * A drill in one of them: its Deployment is scaled to nothing until somebody repairs it.
     *
     * @param sustained how long all must be well to count as recovered
     */
    static String scenario(int number, String sustained) {
        return """
                apiVersion: understudy.dev/v1
                kind: Scenario
                metadata: {name: crowd}
                spec:
                  purpose: How many at once?
                  service: checkout
                  incidentClass: cache-loss
                  hypothesis: Enough.
                  target: {namespace: %s, workload: {kind: Deployment, name: app}}
                  responders:
                    team: payments
                    exclude: [{responder: ana, reason: wrote it}]
                  steadyState:
                    sustained: %s
                    probes:
                      - {name: app is ready, workload: {kind: Deployment, name: app, ready: 100%%}}
                  faults:
                    - {name: lose it, scale: {replicas: 0}}
                  objectives: {detect: 10m, acknowledge: 10m, recover: 20m}
                  guardrails:
                    deadline: 60m
                    impactWithin: 10m
                    unknownFor: 10m
                    blastRadius: {maxPods: 1, maxPercent: 100}
                """.formatted(namespace(number), sustained);
    }
}
