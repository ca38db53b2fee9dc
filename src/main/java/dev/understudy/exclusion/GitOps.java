package dev.understudy.exclusion;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Controllers that keep objects as a repository says. What they put right is no repair by people, and they may undo a fault
 * before anybody has seen it.
 */
public enum GitOps {
    ARGO_CD(
            "Argo CD",
            Set.of("argocd.argoproj.io/tracking-id", "argocd.argoproj.io/instance"),
            Set.of("argocd-controller", "argocd-application-controller"),
            Set.of("argocd-application-controller", "openshift-gitops-argocd-application-controller")),
    FLUX(
            "Flux",
            Set.of("kustomize.toolkit.fluxcd.io/name", "helm.toolkit.fluxcd.io/name"),
            Set.of("kustomize-controller", "helm-controller"),
            Set.of("kustomize-controller", "helm-controller"));

    private static final String ACCOUNT = "system:serviceaccount:";

    private final String title;
    private final Set<String> marks;
    private final Set<String> managers;
    private final Set<String> accounts;

    GitOps(String title, Set<String> marks, Set<String> managers, Set<String> accounts) {
        this.title = title;
        this.marks = marks;
        this.managers = managers;
        this.accounts = accounts;
    }

    /** As people call it. */
    public String title() {
        return title;
    }

    /** Returns who keeps an object, by its labels and annotations, or because it owns some of its fields. */
    public static Optional<GitOps> keeperOf(ClusterObject object) {
        return Stream.of(values())
                .filter(tool -> tool.marked(object) || tool.owns(object))
                .findFirst();
    }

    /** Tells whether a user of the API server is such a controller, by the name of its service account. */
    public static boolean isUser(String user) {
        return user.startsWith(ACCOUNT)
                && Stream.of(values())
                        .anyMatch(tool -> tool.accounts.contains(user.substring(user.lastIndexOf(':') + 1)));
    }

    /** Tells whether a field manager is such a controller. */
    public static boolean isManager(String manager) {
        return Stream.of(values()).anyMatch(tool -> tool.managers.contains(manager));
    }

    private boolean marked(ClusterObject object) {
        return Stream.of("metadata.labels", "metadata.annotations")
                .flatMap(path -> object.json(FieldPath.of(path)).stream())
                .anyMatch(map -> marks.stream().anyMatch(((Map<?, ?>) map)::containsKey));
    }

    private boolean owns(ClusterObject object) {
        return object.json(FieldPath.of("metadata.managedFields")).stream()
                .flatMap(list -> ((List<?>) list).stream())
                .anyMatch(entry ->
                        entry instanceof Map<?, ?> map && managers.contains(String.valueOf(map.get("manager"))));
    }
}
