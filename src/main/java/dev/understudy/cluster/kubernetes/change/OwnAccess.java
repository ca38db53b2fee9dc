package dev.understudy.cluster.kubernetes.change;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Call;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import dev.understudy.cluster.kubernetes.wire.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps us from sawing off the branch we sit on: a binding that we need for the undo must not go. */
final class OwnAccess {
    private static final Set<String> BINDINGS = Set.of("RoleBinding", "ClusterRoleBinding");
    private static final ResourceType REVIEW =
            new ResourceType("authentication.k8s.io", "v1", "SelfSubjectReview", "selfsubjectreviews", false);

    private final ApiServer server;

    OwnAccess(ApiServer server) {
        this.server = server;
    }

    /** Says why an object may not be deleted because of whom it binds; empty for what is no binding. */
    Optional<String> refusal(ClusterObject live) {
        if (!BINDINGS.contains(live.ref().type().kind())) {
            return Optional.empty();
        }
        Reply reply = server.ask(
                Call.create(REVIEW, "", Map.of("apiVersion", REVIEW.apiVersion(), "kind", REVIEW.kind()), Map.of()));
        if (!reply.ok()) {
            return Optional.of(live.ref() + ": the API server does not tell who we are, so it may bind us");
        }
        Object self = PlainJson.at(reply.json(), "status", "userInfo");
        return PlainJson.objects(live.json().get("subjects")).stream()
                .filter(subject -> isUs(subject, self))
                .map(subject -> live.ref() + " binds us by " + PlainJson.text(subject, "kind") + " "
                        + PlainJson.text(subject, "name") + ": without it the undo could be refused")
                .findFirst();
    }

    private static boolean isUs(Map<String, Object> subject, @Nullable Object self) {
        String name = PlainJson.text(subject, "name");
        String user = PlainJson.text(self, "username");
        return switch (PlainJson.text(subject, "kind")) {
            case "User" -> name.equals(user);
            case "Group" -> PlainJson.at(self, "groups") instanceof List<?> groups && groups.contains(name);
            case "ServiceAccount" ->
                user.equals("system:serviceaccount:" + PlainJson.text(subject, "namespace") + ":" + name);
            default -> false;
        };
    }
}
