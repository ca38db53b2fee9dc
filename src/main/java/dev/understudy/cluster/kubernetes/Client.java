package dev.understudy.cluster.kubernetes;

import dev.understudy.cluster.kubernetes.wire.Connection;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Who connects, and how patiently.
 *
 * @param agent user agent, which audit logs show: {@code understudy/1.0}
 * @param patience how long the API server may take for one answer; 15 s by default
 * @param clock dates what is seen
 */
public record Client(String agent, Duration patience, InstantSource clock) {
    /** This program, of a version. */
    public static Client understudy(String version, InstantSource clock) {
        return new Client("understudy/" + version, Connection.PATIENCE, clock);
    }
}
