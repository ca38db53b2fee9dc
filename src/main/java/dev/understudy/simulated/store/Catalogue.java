package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.custom.DefinedVersion;
import dev.understudy.simulated.custom.Definition;
import dev.understudy.simulated.rules.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kinds that one cluster serves, built in and defined by its clients, and how it understands their objects. Safe to
 * read from any thread; one at a time may define.
 */
public final class Catalogue {
    private static final Map<Kind, Form> BUILT_IN =
            Kinds.ALL.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Siblings::form));

    private static final List<Kind> BUILT_IN_STORED =
            Kinds.ALL.stream().filter(kind -> Siblings.of(kind).isEmpty()).toList();

    private volatile List<CustomKinds> custom = List.of();
    private volatile List<Kind> served = Kinds.ALL;
    private volatile List<Kind> stored = BUILT_IN_STORED;

    /** Begins with the kinds that every cluster serves. */
    public Catalogue() {}

    /** Takes in a definition that was stored, or is about to be; it replaces an earlier state of itself. */
    public void define(ObjectNode definition) {
        CustomKinds kinds = CustomKinds.of(definition);
        List<CustomKinds> next = new ArrayList<>(custom);
        int at = indexOf(kinds.definition().name());
        if (at >= 0) {
            next.set(at, kinds);
        } else {
            next.add(kinds);
        }
        become(next);
    }

    void forget(ObjectNode definition) {
        String name = Meta.name(definition);
        become(custom.stream()
                .filter(kinds -> !kinds.definition().name().equals(name))
                .toList());
    }

    private void become(List<CustomKinds> next) {
        custom = List.copyOf(next);
        List<CustomKinds> accepted = next.stream()
                .filter(kinds -> rival(kinds.definition()).isEmpty())
                .toList();
        served = Stream.concat(Kinds.ALL.stream(), accepted.stream().flatMap(kinds -> kinds.served().keySet().stream()))
                .toList();
        stored = Stream.concat(BUILT_IN_STORED.stream(), accepted.stream().map(CustomKinds::storage))
                .toList();
    }

    private int indexOf(String name) {
        return custom.stream().map(kinds -> kinds.definition().name()).toList().indexOf(name);
    }

    /** Returns every kind served, in the order of discovery. */
    public List<Kind> all() {
        return served;
    }

    /** Returns one kind for everything that is stored: of a kind with several versions the one that is stored. */
    public List<Kind> stored() {
        return stored;
    }

    /** Returns the kind behind a resource name in a URL; empty when it is not served. */
    public Optional<Kind> find(String group, String version, String plural) {
        return served.stream()
                .filter(kind -> kind.plural().equals(plural)
                        && kind.group().equals(group)
                        && kind.version().equals(version))
                .findFirst();
    }

    /** Returns the stored kind of that name in a group, in whatever version; empty when it is not served. */
    public Optional<Kind> named(String group, String name) {
        return stored.stream()
                .filter(kind -> kind.kind().equals(name) && kind.group().equals(group))
                .findFirst();
    }

    /** Returns the definition of a kind; empty when it is built in. */
    public Optional<Definition> definition(Kind kind) {
        if (BUILT_IN.containsKey(kind)) {
            return Optional.empty();
        }
        return customOf(kind).map(CustomKinds::definition);
    }

    /** Returns the version of a defined kind; empty when it is built in. */
    public Optional<DefinedVersion> version(Kind kind) {
        return customOf(kind).flatMap(kinds -> kinds.version(kind)).map(CustomKinds.Served::version);
    }

    /** Returns the definition, defined earlier, that holds a name which this one wants too. */
    public Optional<Definition> rival(Definition definition) {
        return custom.stream()
                .map(CustomKinds::definition)
                .takeWhile(each -> !each.name().equals(definition.name()))
                .filter(each -> !definition.conflictWith(each).isEmpty())
                .findFirst();
    }

    /** Returns how objects of a kind that is served are understood. */
    public Form form(Kind kind) {
        Form builtIn = BUILT_IN.get(kind);
        return builtIn != null
                ? builtIn
                : customOf(kind).map(kinds -> kinds.form(kind)).orElseThrow(() -> Refusals.notFound(kind, ""));
    }

    /** Returns the kind under which objects of a kind are stored. */
    public Kind storage(Kind kind) {
        return BUILT_IN.containsKey(kind)
                ? Siblings.of(kind).map(Siblings.Sibling::storage).orElse(kind)
                : customOf(kind).map(CustomKinds::storage).orElse(kind);
    }

    /** Tells whether clients of a kind see objects exactly as they are stored. */
    public boolean isShownAsStored(Kind kind) {
        return BUILT_IN.containsKey(kind) && Siblings.of(kind).isEmpty();
    }

    /** Returns a copy of a stored object as clients of a kind see it. */
    public ObjectNode shown(Kind kind, ObjectNode stored) {
        if (Siblings.of(kind).isPresent()) {
            ObjectNode converted = Siblings.of(kind).get().conversion().shown(stored);
            return form(kind).decode(converted).object();
        }
        ObjectNode shown = stored.deepCopy();
        if (!BUILT_IN.containsKey(kind)) {
            customOf(kind).ifPresent(kinds -> {
                shown.put("apiVersion", kind.apiVersion());
                kinds.form(kind).fill(shown);
            });
        }
        return isStoredVersion(kind) ? shown : form(kind).decode(shown).object();
    }

    private boolean isStoredVersion(Kind kind) {
        return storage(kind).version().equals(kind.version());
    }

    /** Returns an object of a kind as it is stored. */
    public ObjectNode kept(Kind kind, ObjectNode object) {
        Optional<Siblings.Sibling> sibling = Siblings.of(kind);
        if (sibling.isPresent()) {
            return form(sibling.get().storage())
                    .decode(sibling.get().conversion().stored(object))
                    .object();
        }
        object.put("apiVersion", storage(kind).apiVersion());
        return object;
    }

    private Optional<CustomKinds> customOf(Kind kind) {
        return custom.stream().filter(kinds -> kinds.holds(kind)).findFirst();
    }
}
