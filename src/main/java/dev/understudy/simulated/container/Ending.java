package dev.understudy.simulated.container;

/** How a program ended. */
public sealed interface Ending {
    /** It ran. */
    record Exited(int code) implements Ending {}

    /** The container runtime could not start it. */
    record NotStarted(String why) implements Ending {}

    /** It was killed, or nobody was there any more to read what it wrote. */
    record Cut() implements Ending {}
}
