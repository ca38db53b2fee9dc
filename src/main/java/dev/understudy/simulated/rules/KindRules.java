package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What the server does with objects of one kind before it stores them. */
interface KindRules {
    /** Fills in what the sender left out. */
    default void fill(ObjectNode object) {}

    /**
     * Reports every rule that the object breaks.
     *
     * @param before the stored object, null on creation
     */
    default void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {}
}
