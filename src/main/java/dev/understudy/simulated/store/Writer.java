package dev.understudy.simulated.store;

/**
 * Who writes: the name that managedFields will carry.
 *
 * @param manager field manager, such as {@code kube-controller-manager}
 * @param operation {@code Update} or {@code Apply}
 */
public record Writer(String manager, String operation) {
    /** A controller or a client that updates. */
    public static Writer updating(String manager) {
        return new Writer(manager, "Update");
    }
}
