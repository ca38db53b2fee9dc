package dev.understudy.simulated.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where a request to a Service goes. */
sealed interface Route {
    /** To a ready pod. */
    record To(ObjectNode pod) implements Route {}

    /** Nowhere. */
    record None(Refused why) implements Route {}
}
