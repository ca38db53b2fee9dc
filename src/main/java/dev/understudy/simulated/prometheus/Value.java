package dev.understudy.simulated.prometheus;

import dev.understudy.simulated.metrics.Labels;
import java.util.List;

/** What a query amounts to at one time. */
public sealed interface Value {
    /** A number that belongs to no series. */
    record Scalar(double number) implements Value {}

    /** Any number of series with a number each. */
    record Vector(List<Element> elements) implements Value {
        public Vector {
            elements = List.copyOf(elements);
        }
    }

    /** One series of a vector. */
    record Element(Labels labels, double number) {}
}
