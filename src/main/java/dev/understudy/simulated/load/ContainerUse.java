package dev.understudy.simulated.load;

import dev.understudy.simulated.schema.Amount;

/**
 * What one container uses.
 *
 * @param name name of the container
 * @param cpu in cores
 * @param memory in bytes
 */
public record ContainerUse(String name, Amount cpu, Amount memory) {
    /** Returns the use of a resource, nothing of one that is not measured. */
    public Amount of(String resource) {
        return switch (resource) {
            case "cpu" -> cpu;
            case "memory" -> memory;
            default -> Amount.ZERO;
        };
    }
}
