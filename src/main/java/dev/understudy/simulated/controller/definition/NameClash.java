package dev.understudy.simulated.controller.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.custom.Definition;
import dev.understudy.simulated.object.Condition;
import java.time.Instant;
import java.util.List;

/** A definition that wants a name which another has. It is not served until the other goes. */
record NameClash(Definition definition, Definition rival) {
    void writeTo(ObjectNode status, Instant now) {
        String name = definition.conflictWith(rival);
        Condition.of("NamesAccepted", false, reason(name), "\"" + name + "\" is already in use")
                .putInto(status, now);
        Condition.of("Established", false, "NotAccepted", "not all names are accepted")
                .putInto(status, now);
        ObjectNode accepted = status.putObject("acceptedNames");
        accepted.put("plural", definition.plural()).put("kind", "");
    }

    private String reason(String name) {
        List<String> kinds = List.of(definition.listKind(), definition.kind());
        if (kinds.contains(name)) {
            return name.equals(definition.listKind()) ? "ListKindConflict" : "KindConflict";
        }
        return name.equals(definition.plural()) ? "PluralConflict" : "SingularConflict";
    }
}
