package dev.understudy.simulated.traffic;

/** What becomes of a connection. */
public sealed interface Response {
    /** Somebody listens there, and answered. */
    record Answered(Answer answer) implements Response {}

    /** Nobody listens there: the connection is refused at once. */
    record NobodyListens() implements Response {}

    /** Nothing comes back, as when a policy drops the packets: the caller waits until it gives up. */
    record Silence() implements Response {}
}
