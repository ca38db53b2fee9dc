package dev.understudy.fault;

/**
 * Scales the target to a number of replicas.
 *
 * @param replicas wanted number of pods, 0 or more
 */
public record Scale(
        @SpecField("wanted number of pods, 0 or more") int replicas) implements FaultSpec {}
