package dev.understudy.simulated.access;

import java.util.List;

/**
 * Somebody who may log in to the simulated cluster.
 *
 * @param name name as the cluster knows it, such as {@code bo@shop.example}
 * @param groups groups, to which {@code system:authenticated} is added; {@code system:masters} may do everything
 * @param token the bearer token that proves it
 */
public record SimulatedUser(String name, List<String> groups, String token) {
    public SimulatedUser {
        groups = List.copyOf(groups);
    }
}
