package dev.understudy.simulated.container;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.traffic.PodTraffic;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * What the programs of every container share.
 *
 * @param store where ConfigMaps, Secrets and Services come from
 * @param traffic the network
 * @param clock what {@code date} tells
 * @param exits hears how main processes end
 * @param identities makes the token of a pod's service account
 * @param authority the certificate, in PEM, with which a pod recognises the API server
 */
public record Surroundings(
        ObjectStore store,
        PodTraffic traffic,
        InstantSource clock,
        Exits exits,
        Function<ObjectNode, String> identities,
        String authority) {}
