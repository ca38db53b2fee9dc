package dev.understudy.simulated.custom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What a CustomResourceDefinition says.
 *
 * @param name of the definition: plural and group, with a dot between
 * @param kind name of the kind
 * @param listKind name of the kind of its lists
 * @param plural resource name in URLs
 * @param singular resource name for one object
 * @param shortNames what kubectl may type instead
 * @param categories groups of resources, such as {@code all}
 * @param versions every version declared, newest first
 * @param terminating whether it is being deleted, so that nothing new may be created
 */
public record Definition(
        String name,
        String group,
        String kind,
        String listKind,
        String plural,
        String singular,
        List<String> shortNames,
        List<String> categories,
        boolean namespaced,
        List<DefinedVersion> versions,
        boolean terminating) {
    public Definition {
        shortNames = List.copyOf(shortNames);
        categories = List.copyOf(categories);
        versions = List.copyOf(versions);
    }

    /** Reads a stored definition. */
    public static Definition read(JsonNode object) {
        JsonNode spec = object.path("spec");
        JsonNode names = spec.path("names");
        List<DefinedVersion> versions = new ArrayList<>();
        spec.path("versions").forEach(version -> versions.add(DefinedVersion.read(version)));
        versions.sort(Comparator.comparing(DefinedVersion::name, VersionOrder.NEWEST_FIRST));
        return new Definition(
                object.path("metadata").path("name").asText(),
                spec.path("group").asText(),
                names.path("kind").asText(),
                names.path("listKind").asText(names.path("kind").asText() + "List"),
                names.path("plural").asText(),
                names.path("singular").asText(),
                texts(names.path("shortNames")),
                texts(names.path("categories")),
                spec.path("scope").asText().equals("Namespaced"),
                versions,
                object.path("metadata").has("deletionTimestamp"));
    }

    /** Returns the version in which objects are stored. */
    public DefinedVersion storage() {
        return versions.stream().filter(DefinedVersion::storage).findFirst().orElse(versions.getFirst());
    }

    /** Returns the name that this definition wants and another has taken, in the server's words; empty when there is none. */
    public String conflictWith(Definition other) {
        if (!group.equals(other.group) || name.equals(other.name)) {
            return "";
        }
        List<String> taken = new ArrayList<>(other.shortNames);
        taken.add(other.plural);
        taken.add(other.singular);
        if (taken.contains(plural)) {
            return plural;
        }
        if (taken.contains(singular)) {
            return singular;
        }
        return List.of(listKind, kind).stream()
                .filter(List.of(other.kind, other.listKind)::contains)
                .findFirst()
                .orElse("");
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
