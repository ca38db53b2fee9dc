package dev.understudy.simulated.load;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How many requests pods answer. */
public interface RequestRates {
    /** Nobody asks anything. */
    RequestRates NONE = pod -> 0;

    /** Returns the requests per second that a pod answers now. */
    double of(ObjectNode pod);
}
