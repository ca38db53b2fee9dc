package dev.understudy.simulated.traffic;

import dev.understudy.simulated.network.Backend;
import java.util.List;

/** Where a request to a Service goes. */
sealed interface Route {
    /** To one of these; there is at least one. */
    record To(List<Backend> backends) implements Route {
        public To {
            backends = List.copyOf(backends);
        }
    }

    /** Nowhere. */
    record None(Refused why) implements Route {}
}
