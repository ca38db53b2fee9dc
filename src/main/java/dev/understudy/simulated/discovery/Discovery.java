package dev.understudy.simulated.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The discovery documents, in the old form (a document per group) and the aggregated one. */
public final class Discovery {
    private final Catalogue kinds;

    /** A group and a version that is served, such as {@code apps/v1}. */
    record GroupVersion(String group, String version) {
        String text() {
            return group.isEmpty() ? version : group + "/" + version;
        }

        /** The path below which it is served, without the first slash. */
        String path() {
            return group.isEmpty() ? "api/" + version : "apis/" + text();
        }
    }

    /** Describes what a cluster serves at the moment of each question. */
    public Discovery(Catalogue kinds) {
        this.kinds = kinds;
    }

    Stream<GroupVersion> groupVersions() {
        return Resource.all(kinds).stream()
                .map(each -> new GroupVersion(each.group(), each.version()))
                .distinct();
    }

    List<Resource> resources(GroupVersion served) {
        return Resource.all(kinds).stream()
                .filter(each ->
                        each.group().equals(served.group()) && each.version().equals(served.version()))
                .toList();
    }

    /** Returns what {@code /api} answers. */
    public static ObjectNode coreVersions(String address) {
        ObjectNode versions = JsonNodeFactory.instance.objectNode().put("kind", "APIVersions");
        versions.putArray("versions").add("v1");
        versions.putArray("serverAddressByClientCIDRs")
                .addObject()
                .put("clientCIDR", "0.0.0.0/0")
                .put("serverAddress", address);
        return versions;
    }

    /** Returns what {@code /apis} answers. */
    public ObjectNode groups() {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.put("kind", "APIGroupList").put("apiVersion", "v1");
        ArrayNode groups = list.putArray("groups");
        byGroup(false).values().forEach(each -> groups.add(groupOf(each)));
        return list;
    }

    /** Returns what {@code /apis/<group>} answers; empty when it is not served. */
    public Optional<ObjectNode> group(String name) {
        return Optional.ofNullable(byGroup(false).get(name))
                .map(each -> groupOf(each).put("kind", "APIGroup").put("apiVersion", "v1"));
    }

    /** Returns the resources of a group and version; empty when it is not served. */
    public Optional<ObjectNode> resources(String group, String version) {
        GroupVersion wanted = new GroupVersion(group, version);
        if (groupVersions().noneMatch(wanted::equals)) {
            return Optional.empty();
        }
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.put("kind", "APIResourceList").put("apiVersion", "v1").put("groupVersion", wanted.text());
        ArrayNode resources = list.putArray("resources");
        resources(wanted).forEach(each -> resources.add(resource(each)));
        return Optional.of(list);
    }

    /**
     * Returns the aggregated document of {@code /api} (core) or {@code /apis} (all others).
     *
     * @param version of the form, {@code v2} or {@code v2beta1}
     */
    public ObjectNode aggregated(boolean core, String version) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.put("kind", "APIGroupDiscoveryList").put("apiVersion", "apidiscovery.k8s.io/" + version);
        list.putObject("metadata");
        ArrayNode items = list.putArray("items");
        byGroup(core).forEach((group, versions) -> {
            ObjectNode item = items.addObject();
            item.putObject("metadata").put("name", group);
            for (GroupVersion each : versions) {
                ObjectNode served =
                        item.withArrayProperty("versions").addObject().put("version", each.version());
                Aggregated.addTo(served.putArray("resources"), resources(each));
                served.put("freshness", "Current");
            }
        });
        return list;
    }

    /** Returns every path that {@code GET /} lists. */
    public Set<String> paths() {
        return groupVersions().map(each -> "/" + each.path()).collect(Collectors.toSet());
    }

    /** Returns the versions of each group, the preferred one first. */
    private Map<String, List<GroupVersion>> byGroup(boolean core) {
        return groupVersions()
                .filter(each -> each.group().isEmpty() == core)
                .collect(Collectors.groupingBy(GroupVersion::group, LinkedHashMap::new, Collectors.toList()));
    }

    private static ObjectNode groupOf(List<GroupVersion> versions) {
        ObjectNode group = JsonNodeFactory.instance.objectNode();
        group.put("name", versions.getFirst().group());
        for (GroupVersion each : versions) {
            ObjectNode version = group.withArrayProperty("versions").addObject();
            version.put("groupVersion", each.text()).put("version", each.version());
        }
        group.set("preferredVersion", group.path("versions").get(0).deepCopy());
        return group;
    }

    private static ObjectNode resource(Resource each) {
        ObjectNode resource = JsonNodeFactory.instance.objectNode();
        resource.put("name", each.fullName()).put("singularName", each.singular());
        resource.put("namespaced", each.namespaced());
        if (!each.kindGroup().equals(each.group())) {
            resource.put("group", each.kindGroup()).put("version", each.kindVersion());
        }
        resource.put("kind", each.kind());
        each.verbs().forEach(resource.putArray("verbs")::add);
        if (!each.shortNames().isEmpty()) {
            each.shortNames().forEach(resource.putArray("shortNames")::add);
        }
        each.categories().forEach(resource.withArrayProperty("categories")::add);
        return resource;
    }
}
