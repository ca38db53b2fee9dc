package dev.understudy.simulated.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A port that a container takes of its node.
 *
 * @param address the address of the node that it is taken on, {@code 0.0.0.0} for all
 */
record HostPort(String address, String protocol, int port) {
    private static final String ALL = "0.0.0.0";

    static List<HostPort> of(JsonNode podSpec) {
        List<HostPort> ports = new ArrayList<>();
        for (JsonNode container : podSpec.path("containers")) {
            for (JsonNode port : container.path("ports")) {
                int host = port.path("hostPort").asInt();
                if (host > 0) {
                    String address = port.path("hostIP").asText();
                    ports.add(new HostPort(
                            address.isEmpty() ? ALL : address,
                            port.path("protocol").asText("TCP"),
                            host));
                }
            }
        }
        return ports;
    }

    boolean conflictsWith(HostPort other) {
        return port == other.port
                && protocol.equals(other.protocol)
                && (address.equals(other.address) || address.equals(ALL) || other.address.equals(ALL));
    }
}
