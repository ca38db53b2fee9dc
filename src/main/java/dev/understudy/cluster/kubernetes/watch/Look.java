package dev.understudy.cluster.kubernetes.watch;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** One look at everything in a scope. */
public final class Look {
    private Look() {}

    /** Lists each type of the scope and reads its namespace; a missing namespace is missing from the view. */
    public static ClusterView at(ApiServer server, Scope scope, InstantSource clock) {
        Map<ObjectRef, ClusterObject> all = new LinkedHashMap<>();
        server.find(new ObjectRef(ResourceType.NAMESPACE, "", scope.namespace()))
                .ifPresent(n -> all.put(n.ref(), n));
        for (ResourceType type : scope.types()) {
            Listing.of(server, new Watched(type, scope.namespace(), ""))
                    .objects()
                    .forEach(o -> all.put(o.ref(), o));
        }
        return new ClusterView(clock.instant(), all);
    }
}
