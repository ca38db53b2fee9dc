package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.custom.CustomForm;
import dev.understudy.simulated.custom.DefinedVersion;
import dev.understudy.simulated.custom.Definition;
import dev.understudy.simulated.rules.Form;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of one definition, one for each version that is served.
 *
 * @param storage the kind in whose version objects are stored, served or not
 * @param served version and form of every kind served, the preferred one first
 */
record CustomKinds(Definition definition, Kind storage, Form storageForm, Map<Kind, Served> served) {
    /** One version of the definition and the form of its objects. */
    record Served(DefinedVersion version, Form form) {}

    static CustomKinds of(ObjectNode object) {
        Definition definition = Definition.read(object);
        Map<Kind, Served> served = new LinkedHashMap<>();
        definition.versions().stream()
                .filter(DefinedVersion::served)
                .forEach(version -> served.put(
                        kind(definition, version), new Served(version, new CustomForm(definition.kind(), version))));
        DefinedVersion storage = definition.storage();
        return new CustomKinds(
                definition, kind(definition, storage), new CustomForm(definition.kind(), storage), served);
    }

    /** Tells whether a kind, perhaps of an earlier state of the definition, is stored with these. */
    boolean holds(Kind kind) {
        return kind.plural().equals(definition.plural()) && kind.group().equals(definition.group());
    }

    Optional<Served> version(Kind kind) {
        return served.entrySet().stream()
                .filter(entry -> entry.getKey().version().equals(kind.version()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    Form form(Kind kind) {
        return version(kind).map(Served::form).orElse(storageForm);
    }

    private static Kind kind(Definition definition, DefinedVersion version) {
        Set<String> parts = new HashSet<>();
        if (version.status()) {
            parts.add("status");
        }
        if (version.scale().isPresent()) {
            parts.add("scale");
        }
        return new Kind(
                definition.group(),
                version.name(),
                definition.kind(),
                definition.plural(),
                definition.shortNames(),
                definition.namespaced(),
                parts);
    }
}
