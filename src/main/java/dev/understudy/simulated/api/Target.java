package dev.understudy.simulated.api;

import dev.understudy.simulated.access.Deed;
import dev.understudy.simulated.store.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a request is about.
 *
 * @param verb as permissions name it: {@code get}, {@code list}, {@code watch}, {@code create}, {@code update},
 *     {@code patch}, {@code delete} or {@code deletecollection}
 * @param group API group, empty for the core group
 * @param version API version
 * @param resource plural resource, empty for a path outside the resources
 * @param kind the kind stored under that resource, null when none is
 * @param namespace namespace, empty for all or none
 * @param name name of the object, empty for a collection
 * @param subresource such as {@code scale}, or empty
 * @param rest what follows the subresource, such as the path behind a proxy
 * @param path the whole path
 */
record Target(
        String verb,
        String group,
        String version,
        String resource,
        @Nullable Kind kind,
        String namespace,
        String name,
        String subresource,
        String rest,
        String path) {
    boolean isResource() {
        return !resource.isEmpty();
    }

    /** What permissions see; a namespace counts as being in itself. */
    Deed deed() {
        if (!isResource()) {
            return Deed.onPath(verb, path);
        }
        String within = resource.equals("namespaces") && group.isEmpty() ? name : namespace;
        return new Deed(verb, group, resource, subresource, within, name, "");
    }
}
