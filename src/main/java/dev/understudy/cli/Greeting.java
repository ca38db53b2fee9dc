package dev.understudy.cli;

import dev.understudy.roster.Responder;
import dev.understudy.roster.Roster;
import dev.understudy.simulated.SimulatedCluster;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code simulate} says when the cluster is there: how to reach it, and what to type first.
 *
 * @param people whose contexts the kubeconfig holds beside the usual two
 * @param alertsTo where alerts are posted
 */
record Greeting(SimulatedCluster cluster, Path kubeconfig, Optional<Roster> people, Optional<URI> alertsTo) {
    void print(PrintWriter out) {
        out.println("A simulated cluster listens on " + cluster.url());
        out.println();
        out.println("  export KUBECONFIG=" + kubeconfig.toAbsolutePath());
        out.println();
        out.println("  contexts    " + String.join(", ", contexts()) + "   (kubectl --context NAME)");
        cluster.ingressUrl().ifPresent(url -> out.println("  ingress     " + url + hosts()));
        cluster.prometheusUrl().ifPresent(url -> out.println("  prometheus  " + url));
        alertsTo.ifPresent(to -> out.println("  alerts      to " + to));
        out.println();
        out.println("Try, in another terminal:");
        tries().forEach(line -> out.println("  " + line));
        out.println();
        out.println("Ctrl-C ends it; nothing of it remains");
        out.flush();
    }

    private List<String> contexts() {
        List<String> names = new ArrayList<>(List.of("understudy (current)", "admin"));
        people.ifPresent(
                roster -> roster.responders().stream().map(Responder::name).forEach(names::add));
        return names;
    }

    private List<String> namesOfHosts() {
        return cluster.store()
                .view(Kinds.INGRESS, "")
                .flatMap(ingress -> ingress.path("spec").path("rules").valueStream())
                .map(rule -> rule.path("host").asText())
                .filter(host -> !host.isEmpty() && !host.startsWith("*"))
                .distinct()
                .toList();
    }

    private String hosts() {
        List<String> hosts = namesOfHosts();
        return hosts.isEmpty() ? "" : hosts.stream().collect(Collectors.joining(", ", "   for ", ""));
    }

    private List<String> tries() {
        String namespace = cluster.store()
                .view(Kinds.DEPLOYMENT, "")
                .map(Meta::namespace)
                .findFirst()
                .orElse("default");
        List<String> lines = new ArrayList<>(List.of(
                "kubectl get nodes",
                "kubectl get pods,services,ingresses -n " + namespace,
                "kubectl get events -n " + namespace + " --watch"));
        namesOfHosts().stream()
                .findFirst()
                .ifPresent(host -> cluster.ingressUrl()
                        .ifPresent(url -> lines.add("curl -i -H 'Host: " + host + "' " + url + "/")));
        cluster.prometheusUrl()
                .ifPresent(url ->
                        lines.add("curl '" + url + "/api/v1/query' --data-urlencode 'query=sum by (service, code)"
                                + " (rate(http_requests_total[1m]))'"));
        return lines;
    }
}
