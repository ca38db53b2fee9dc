package dev.understudy.cluster.kubernetes;

import dev.understudy.cluster.Access;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Call;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Asks the API server what it would allow us. */
final class AccessReviews implements Access {
    private static final ResourceType REVIEW = new ResourceType(
            "authorization.k8s.io", "v1", "SelfSubjectAccessReview", "selfsubjectaccessreviews", false);

    private final ApiServer server;

    AccessReviews(ApiServer server) {
        this.server = server;
    }

    @Override
    public SortedSet<Permission> missing(Collection<Permission> wanted) {
        SortedSet<Permission> missing = new TreeSet<>();
        for (Permission permission : new TreeSet<>(wanted)) {
            Map<String, Object> review = Map.of(
                    "apiVersion", REVIEW.apiVersion(),
                    "kind", REVIEW.kind(),
                    "spec", Map.of("resourceAttributes", attributes(permission)));
            Map<String, Object> answer = server.demand(Call.create(REVIEW, "", review, Map.of()));
            if (!Boolean.TRUE.equals(PlainJson.at(answer, "status", "allowed"))) {
                missing.add(permission);
            }
        }
        return missing;
    }

    private static Map<String, Object> attributes(Permission permission) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("verb", permission.verb());
        all.put("group", permission.type().group());
        all.put("version", permission.type().version());
        all.put("resource", permission.type().plural());
        all.put("subresource", permission.subresource());
        all.put("namespace", permission.namespace());
        all.put("name", permission.name());
        all.values().removeIf(v -> v.equals(""));
        return all;
    }
}
