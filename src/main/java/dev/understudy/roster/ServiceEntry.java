package dev.understudy.roster;

import java.util.List;

/**
 * A service that a team answers for.
 *
 * @param name unique in the roster
 * @param team who is paged
 * @param criticality medium when the file does not say
 * @param requiredClasses incident classes that need a fresh pass before the service counts as independent
 */
public record ServiceEntry(String name, String team, Criticality criticality, List<String> requiredClasses) {
    public ServiceEntry {
        requiredClasses = List.copyOf(requiredClasses);
    }
}
