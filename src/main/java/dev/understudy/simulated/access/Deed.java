package dev.understudy.simulated.access;

/**
 * What somebody wants to do, as permissions see it.
 *
 * @param verb such as {@code get}, {@code list}, {@code patch}
 * @param group API group, empty for the core group
 * @param resource plural resource, empty for a path
 * @param subresource such as {@code scale}, or empty
 * @param namespace namespace, empty for all or none
 * @param name name of the object, or empty
 * @param path path outside the resources, such as {@code /version}; empty for a resource
 */
public record Deed(
        String verb, String group, String resource, String subresource, String namespace, String name, String path) {
    /** Something done to a path outside the resources. */
    public static Deed onPath(String verb, String path) {
        return new Deed(verb, "", "", "", "", "", path);
    }

    /** The resource with its subresource, as roles write it: {@code pods/log}. */
    String fullResource() {
        return subresource.isEmpty() ? resource : resource + "/" + subresource;
    }
}
