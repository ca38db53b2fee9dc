package dev.understudy.simulated.store;

import dev.understudy.simulated.rules.BuiltInForm;
import dev.understudy.simulated.rules.Form;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds that one cluster serves, and how it understands their objects. Safe to read from any thread. */
public final class Catalogue {
    private static final Map<Kind, Form> BUILT_IN = Kinds.ALL.stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), kind -> BuiltInForm.of(kind.kind())));

    Catalogue() {}

    /** Returns every kind served, in the order of discovery. */
    public List<Kind> all() {
        return Kinds.ALL;
    }

    /** Returns the kind behind a resource name in a URL; empty when it is not served. */
    public Optional<Kind> find(String group, String version, String plural) {
        return all().stream()
                .filter(kind -> kind.plural().equals(plural)
                        && kind.group().equals(group)
                        && kind.version().equals(version))
                .findFirst();
    }

    /** Returns the kind of that name in a group, in whatever version; empty when it is not served. */
    public Optional<Kind> named(String group, String name) {
        return all().stream()
                .filter(kind -> kind.kind().equals(name) && kind.group().equals(group))
                .findFirst();
    }

    /** Returns how objects of a kind that is served are understood. */
    public Form form(Kind kind) {
        return Objects.requireNonNull(BUILT_IN.get(kind), () -> kind.kind() + " is not served");
    }
}
