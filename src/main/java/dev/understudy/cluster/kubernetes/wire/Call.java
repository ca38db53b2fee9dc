package dev.understudy.cluster.kubernetes.wire;

import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.ResourceType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One request to the API server, named by the permission that it needs, so that a refusal can say which that is.
 *
 * @param wants verb, type, subresource, namespace and name: together the path
 * @param method HTTP method
 * @param query parameters, not yet encoded
 * @param contentType of the body
 * @param body empty for none
 */
public record Call(Permission wants, String method, Map<String, String> query, String contentType, String body) {
    private static final String JSON = "application/json";

    public Call {
        query = Map.copyOf(query);
    }

    /** Reads one object. */
    public static Call get(ObjectRef object) {
        return new Call(named("get", object), "GET", Map.of(), JSON, "");
    }

    /** Reads the objects of a type; of every namespace when it is empty. */
    public static Call list(ResourceType type, String namespace, Map<String, String> query) {
        return new Call(Permission.all(type, namespace, "list"), "GET", query, JSON, "");
    }

    /** Changes one object by a JSON Patch. */
    public static Call patch(ObjectRef object, Object operations, Map<String, String> query) {
        return new Call(
                named("patch", object), "PATCH", query, "application/json-patch+json", PlainJson.print(operations));
    }

    /** Changes one object by a merge patch. */
    public static Call merge(ObjectRef object, Map<String, Object> fields, Map<String, String> query) {
        return new Call(
                named("patch", object), "PATCH", query, "application/merge-patch+json", PlainJson.print(fields));
    }

    /** Replaces one object. */
    public static Call replace(ObjectRef object, Map<String, Object> json, Map<String, String> query) {
        return new Call(named("update", object), "PUT", query, JSON, PlainJson.print(json));
    }

    /** Creates an object of a type. */
    public static Call create(ResourceType type, String namespace, Object json, Map<String, String> query) {
        return new Call(Permission.all(type, namespace, "create"), "POST", query, JSON, PlainJson.print(json));
    }

    /**
     * Deletes a pod, only while it has this uid.
     *
     * @param grace seconds for its containers to end; null for what the pod asks for
     */
    public static Call deletePod(ObjectRef pod, String uid, @Nullable Integer grace) {
        return delete(pod, graceful(deletion(uid), grace));
    }

    /** Deletes one object, only while it has this uid. */
    public static Call delete(ObjectRef object, String uid) {
        return delete(object, deletion(uid));
    }

    /** Asks whether one object could be deleted. The server reads the options in the body and no parameter beside it. */
    public static Call tryDelete(ObjectRef object, String uid) {
        Map<String, Object> options = new LinkedHashMap<>(deletion(uid));
        options.put("dryRun", List.of("All"));
        return delete(object, options);
    }

    private static Call delete(ObjectRef object, Map<String, Object> options) {
        return new Call(named("delete", object), "DELETE", Map.of(), JSON, PlainJson.print(options));
    }

    private static Map<String, Object> deletion(String uid) {
        return Map.of(
                "apiVersion", "v1",
                "kind", "DeleteOptions",
                "propagationPolicy", "Background",
                "preconditions", Map.of("uid", uid));
    }

    private static Map<String, Object> graceful(Map<String, Object> options, @Nullable Integer grace) {
        Map<String, Object> more = new LinkedHashMap<>(options);
        if (grace != null) {
            more.put("gracePeriodSeconds", grace);
        }
        return more;
    }

    /**
     * Asks for the eviction of a pod, only while it has this uid.
     *
     * @param grace seconds for its containers to end; null for what the pod asks for
     */
    public static Call evict(ObjectRef pod, String uid, @Nullable Integer grace) {
        Map<String, Object> eviction = Map.of(
                "apiVersion",
                "policy/v1",
                "kind",
                "Eviction",
                "metadata",
                Map.of("name", pod.name(), "namespace", pod.namespace()),
                "deleteOptions",
                graceful(Map.of("preconditions", Map.of("uid", uid)), grace));
        return new Call(named("create", pod).on("eviction"), "POST", Map.of(), JSON, PlainJson.print(eviction));
    }

    /** The same on a subresource. */
    public Call on(String subresource) {
        return new Call(wants.on(subresource), method, query, contentType, body);
    }

    /** The same with one more parameter. */
    public Call with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, value);
        return new Call(wants, method, more, contentType, body);
    }

    /** Returns path and query, without a leading slash. */
    String target() {
        ResourceType type = wants.type();
        String path = (type.group().isEmpty() ? "api/" : "apis/" + type.group() + "/") + type.version()
                + (wants.namespace().isEmpty() ? "" : "/namespaces/" + encode(wants.namespace()))
                + "/" + type.plural()
                + (wants.name().isEmpty() ? "" : "/" + encode(wants.name()))
                + (wants.subresource().isEmpty() ? "" : "/" + wants.subresource());
        return path
                + (query.isEmpty()
                        ? ""
                        : "?"
                                + query.entrySet().stream()
                                        .map(e -> e.getKey() + "=" + encode(e.getValue()))
                                        .sorted()
                                        .collect(Collectors.joining("&")));
    }

    private static Permission named(String verb, ObjectRef object) {
        return new Permission(verb, object.type(), "", object.namespace(), object.name());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
