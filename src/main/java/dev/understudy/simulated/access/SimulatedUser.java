package dev.understudy.simulated.access;

import java.util.List;

/**
 * Somebody who may log in to the simulated cluster.
 *
 * @param name name as the cluster knows it, such as {@code bo@shop.example}
 * @param groups groups, to which {@code system:authenticated} is added; {@code system:masters} may do everything
 * @param token the bearer token that proves it
 * @param context name of the kubeconfig context that logs in so
 */
public record SimulatedUser(String name, List<String> groups, String token, String context) {
    public SimulatedUser {
        groups = List.copyOf(groups);
    }

    /** Somebody whose context bears the same name. */
    public SimulatedUser(String name, List<String> groups, String token) {
        this(name, groups, token, name);
    }

    /** The same with another context. */
    public SimulatedUser withContext(String other) {
        return new SimulatedUser(name, groups, token, other);
    }
}
