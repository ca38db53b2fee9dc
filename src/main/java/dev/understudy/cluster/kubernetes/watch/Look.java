package dev.understudy.cluster.kubernetes.watch;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One look at everything in a scope. */
public final class Look {
    private Look() {}

    /** Lists each type of the scope and reads its namespace and what it names; what is missing is missing from the view. */
    public static ClusterView at(ApiServer server, Scope scope, InstantSource clock) {
        Map<ObjectRef, ClusterObject> all = new LinkedHashMap<>();
        server.find(new ObjectRef(ResourceType.NAMESPACE, "", scope.namespace()))
                .ifPresent(n -> all.put(n.ref(), n));
        scope.named().forEach(object -> server.find(object).ifPresent(o -> all.put(o.ref(), o)));
        scope.types().forEach(type -> list(server, type, scope.namespace(), all));
        scope.everywhere().forEach(type -> list(server, type, "", all));
        return new ClusterView(clock.instant(), all);
    }

    /** Lists one type in a namespace, or in none, and reads nothing else: whoever asks needs no other right. */
    public static List<ClusterObject> list(ApiServer server, ResourceType type, String namespace) {
        return Listing.of(server, new Watched(type, namespace, "")).objects();
    }

    private static void list(ApiServer server, ResourceType type, String namespace, Map<ObjectRef, ClusterObject> all) {
        list(server, type, namespace).forEach(o -> all.put(o.ref(), o));
    }
}
