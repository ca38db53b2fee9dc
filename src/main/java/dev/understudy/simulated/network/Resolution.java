package dev.understudy.simulated.network;

import java.util.List;

/** What the cluster's DNS says to a question for addresses. */
public sealed interface Resolution {
    /** The address at which the question was asked. */
    default String server() {
        return GivenPods.DNS_ADDRESS;
    }

    /**
     * The name is known.
     *
     * @param name full name of what was found; the address itself when that was asked for
     * @param addresses at least one
     */
    record Found(String name, List<String> addresses) implements Resolution {
        public Found {
            addresses = List.copyOf(addresses);
        }
    }

    /** The name is not known, or has no address: {@code NXDOMAIN} and the like. */
    record NotFound(String name) implements Resolution {}

    /** No DNS server answered: all of them are gone, or a policy keeps the question from them. */
    record Silent(String name) implements Resolution {}
}
