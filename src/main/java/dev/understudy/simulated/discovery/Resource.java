package dev.understudy.simulated.discovery;

import dev.understudy.simulated.store.Catalogue;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One resource as discovery lists it.
 *
 * @param group API group that serves it
 * @param version API version that serves it
 * @param name plural name
 * @param subresource empty for the resource itself
 * @param kind kind of the objects it takes, with the group and version of that kind
 * @param kindGroup API group of that kind
 * @param kindVersion API version of that kind
 * @param singular name for one object, empty for a subresource
 * @param categories groups of resources that it belongs to; {@code all} is what {@code kubectl get all} shows
 */
record Resource(
        String group,
        String version,
        String name,
        String subresource,
        String kind,
        String kindGroup,
        String kindVersion,
        boolean namespaced,
        List<String> verbs,
        List<String> shortNames,
        String singular,
        List<String> categories) {
    private static final List<String> STORED =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
    /** The same for defined kinds, in the order in which the server lists them. */
    private static final List<String> DEFINED =
            List.of("delete", "deletecollection", "get", "list", "patch", "create", "update", "watch");

    private static final List<String> PART = List.of("get", "patch", "update");
    private static final Set<Kind> EVERYDAY = Set.of(
            Kinds.POD,
            Kinds.SERVICE,
            Kinds.DEPLOYMENT,
            Kinds.REPLICA_SET,
            Kinds.STATEFUL_SET,
            Kinds.DAEMON_SET,
            Kinds.JOB,
            Kinds.CRON_JOB,
            Kinds.AUTOSCALER,
            Kinds.AUTOSCALER_V1);

    /** Every resource and subresource served, stored or not. */
    static List<Resource> all(Catalogue kinds) {
        List<Resource> all = new ArrayList<>();
        for (Kind kind : kinds.all()) {
            all.add(whole(kind, kinds));
            TreeSet<String> parts = new TreeSet<>(kind.subresources());
            boolean defined = kinds.definition(kind).isPresent();
            (defined ? parts.descendingSet() : parts).forEach(part -> all.add(part(kind, part)));
        }
        String access = "authorization.k8s.io";
        Stream.of("SelfSubjectAccessReview", "SelfSubjectRulesReview", "SubjectAccessReview")
                .map(kind -> question(access, kind, false))
                .forEach(all::add);
        all.add(question(access, "LocalSubjectAccessReview", true));
        all.add(question("authentication.k8s.io", "SelfSubjectReview", false));
        all.add(question("authentication.k8s.io", "TokenReview", false));
        all.add(measured("NodeMetrics", "nodes", false));
        all.add(measured("PodMetrics", "pods", true));
        return all;
    }

    private static Resource whole(Kind kind, Catalogue kinds) {
        Resource usual = of(kind, "", kind.kind(), kind.group(), kind.version(), STORED);
        return kinds.definition(kind)
                .map(definition -> usual.named(definition.singular(), definition.categories(), DEFINED))
                .orElse(EVERYDAY.contains(kind) ? usual.named(usual.singular(), List.of("all"), STORED) : usual);
    }

    private Resource named(String singular, List<String> categories, List<String> verbs) {
        return new Resource(
                group,
                version,
                name,
                subresource,
                kind,
                kindGroup,
                kindVersion,
                namespaced,
                verbs,
                shortNames,
                singular,
                categories);
    }

    /** The name with the subresource: {@code pods/log}. */
    String fullName() {
        return subresource.isEmpty() ? name : name + "/" + subresource;
    }

    private static Resource part(Kind kind, String part) {
        return switch (part) {
            case "scale" -> of(kind, part, "Scale", "autoscaling", "v1", PART);
            case "eviction" -> of(kind, part, "Eviction", "policy", "v1", List.of("create"));
            case "exec", "attach", "portforward" ->
                of(kind, part, connection(part), "", "v1", List.of("create", "get"));
            case "token" -> of(kind, part, "TokenRequest", "authentication.k8s.io", "v1", List.of("create"));
            case "log" -> of(kind, part, kind.kind(), "", "v1", List.of("get"));
            case "proxy" ->
                of(kind, part, "ServiceProxyOptions", "", "v1", List.of("create", "delete", "get", "patch", "update"));
            default -> of(kind, part, kind.kind(), kind.group(), kind.version(), PART);
        };
    }

    private static String connection(String part) {
        return switch (part) {
            case "exec" -> "PodExecOptions";
            case "attach" -> "PodAttachOptions";
            default -> "PodPortForwardOptions";
        };
    }

    private static Resource of(
            Kind kind, String part, String takes, String takesGroup, String takesVersion, List<String> verbs) {
        return new Resource(
                kind.group(),
                kind.version(),
                kind.plural(),
                part,
                takes,
                takesGroup,
                takesVersion,
                kind.namespaced(),
                verbs,
                part.isEmpty() ? kind.shortNames() : List.of(),
                part.isEmpty() ? kind.kind().toLowerCase(Locale.ROOT) : "",
                List.of());
    }

    private static Resource measured(String kind, String name, boolean namespaced) {
        String group = "metrics.k8s.io";
        String version = "v1beta1";
        List<String> verbs = List.of("get", "list");
        return new Resource(
                group, version, name, "", kind, group, version, namespaced, verbs, List.of(), "", List.of());
    }

    private static Resource question(String group, String kind, boolean namespaced) {
        String name = kind.toLowerCase(Locale.ROOT) + "s";
        return new Resource(
                group,
                "v1",
                name,
                "",
                kind,
                group,
                "v1",
                namespaced,
                List.of("create"),
                List.of(),
                kind.toLowerCase(Locale.ROOT),
                List.of());
    }
}
