package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.selector.BadSelector;
import dev.understudy.simulated.selector.FieldSelector;
import dev.understudy.simulated.selector.LabelSelector;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.Refusals;

/**
 * Which objects a list, a watch or a deletion of a collection is about.
 *
 * @param namespace empty for all
 * @param name empty for all
 */
record Selection(String namespace, String name, LabelSelector labels, FieldSelector fields) {
    static Selection of(Ask ask) {
        try {
            return new Selection(
                    ask.target().namespace(),
                    ask.target().name(),
                    LabelSelector.parse(ask.parameter("labelSelector")),
                    FieldSelector.parse(ask.kind().kind(), ask.parameter("fieldSelector")));
        } catch (BadSelector unreadable) {
            throw Refusals.badRequest(unreadable.getMessage());
        }
    }

    boolean matches(ObjectNode object) {
        return (namespace.isEmpty() || namespace.equals(Meta.namespace(object)))
                && (name.isEmpty() || name.equals(Meta.name(object)))
                && labels.matches(object.path("metadata").path("labels"))
                && fields.matches(object);
    }
}
