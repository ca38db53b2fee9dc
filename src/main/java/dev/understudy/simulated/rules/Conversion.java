package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.schema.Shape.Struct;

/** How one version of a built-in kind is written in terms of the version in which its objects are stored. */
public interface Conversion {
    /** Returns the fields of this version. */
    Struct shape();

    /** Returns a new object as it is stored of one written in this version; its apiVersion included. */
    ObjectNode stored(ObjectNode shown);

    /** Returns a new object in this version of a stored one; its apiVersion included. */
    ObjectNode shown(ObjectNode stored);

    /** Reports what this version refuses beyond the stored one. */
    default void check(ObjectNode shown, Problems problems) {}
}
