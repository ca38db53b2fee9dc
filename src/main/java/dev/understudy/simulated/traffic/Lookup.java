package dev.understudy.simulated.traffic;

/** What the cluster's DNS says about a name. */
public sealed interface Lookup {
    /**
     * The name is known.
     *
     * @param name the full name, such as {@code cart.shop.svc.cluster.local}
     * @param address its address, such as {@code 10.96.0.7}
     */
    record Found(String name, String address) implements Lookup {}

    /** DNS answers that there is no such name. */
    record Unknown() implements Lookup {}

    /** DNS does not answer, as when a policy lets no question through. */
    record Silence() implements Lookup {}
}
