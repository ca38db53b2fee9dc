package dev.understudy.simulated.container;

/** Hears how the commands that containers run have ended; whoever writes the status of pods acts on it. */
@FunctionalInterface
public interface Exits {
    /**
     * The main process of a container has ended by itself.
     *
     * @param container as it was when the process started
     */
    void exited(Container container, int code);
}
