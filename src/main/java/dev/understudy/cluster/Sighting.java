package dev.understudy.cluster;

import java.time.Instant;

/** Something that a watch saw. */
public sealed interface Sighting {
    /** When it arrived here, by this machine's clock. */
    Instant at();

    /** An object as it is now. */
    record Present(Instant at, ClusterObject object) implements Sighting {}

    /** An object is no more; its last state. */
    record Removed(Instant at, ClusterObject object) implements Sighting {}

    /**
     * The watch lost its connection: what has been seen may be stale from here on.
     *
     * @param why in words
     */
    record Blind(Instant at, ResourceType type, String why) implements Sighting {}

    /** Every object of the type that exists now has been shown: at the start and after a gap. */
    record Seeing(Instant at, ResourceType type) implements Sighting {}
}
