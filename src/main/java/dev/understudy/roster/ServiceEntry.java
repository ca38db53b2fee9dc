package dev.understudy.roster;

import java.util.List;

/**
 * A service that a team answers for.
 *
 * @param name unique in the roster
 * @param team who is paged
 * @param criticality medium when the file does not say
 * @param requiredClasses incident classes that need a fresh pass before the service counts as independent
 * @param specialties dependence that somebody has accepted
 */
public record ServiceEntry(
        String name, String team, Criticality criticality, List<String> requiredClasses, List<Specialty> specialties) {
    public ServiceEntry {
        requiredClasses = List.copyOf(requiredClasses);
        specialties = List.copyOf(specialties);
    }

    /** One whose dependence nobody has accepted. */
    public ServiceEntry(String name, String team, Criticality criticality, List<String> requiredClasses) {
        this(name, team, criticality, requiredClasses, List.of());
    }
}
