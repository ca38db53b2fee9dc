package dev.understudy.simulated.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Meta;
import org.yaml.snakeyaml.error.Mark;

/**
 * One object of a world, with the place in the file that it comes from.
 *
 * @param place where the object begins
 */
record Manifest(Kind kind, ObjectNode object, Mark place) {
    String namespace() {
        return kind.namespaced() ? Meta.namespace(object) : "";
    }

    /** Names the object as kubectl does. */
    String title() {
        String name = kind.plural() + "/" + Meta.name(object);
        return kind.namespaced() ? name + " in namespace " + namespace() : name;
    }
}
