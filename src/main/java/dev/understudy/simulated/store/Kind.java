package dev.understudy.simulated.store;

import java.util.List;
import java.util.Set;

/**
 * One kind of object that the simulated cluster serves.
 *
 * @param group API group, empty for the core group
 * @param version API version, such as {@code v1}
 * @param kind name of the kind, such as {@code Deployment}
 * @param plural resource name in URLs, such as {@code deployments}
 * @param shortNames what kubectl may type instead, such as {@code deploy}
 * @param namespaced whether objects live in a namespace
 * @param subresources subresources served, such as {@code status} and {@code scale}
 */
public record Kind(
        String group,
        String version,
        String kind,
        String plural,
        List<String> shortNames,
        boolean namespaced,
        Set<String> subresources) {
    public Kind {
        shortNames = List.copyOf(shortNames);
        subresources = Set.copyOf(subresources);
    }

    /** Returns the {@code apiVersion} that objects of this kind carry: {@code v1} or {@code apps/v1}. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** Kinds are keys of maps that every request looks into, and few kinds share a name. */
    @Override
    public int hashCode() {
        return kind.hashCode();
    }
}
