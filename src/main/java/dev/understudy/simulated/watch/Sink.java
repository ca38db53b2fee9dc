package dev.understudy.simulated.watch;

/** Where the events of one watch go. Called from several threads, one at a time. */
public interface Sink {
    /** Sends one event as a line of JSON; must not wait for the client. */
    void send(String line);

    /** Says that no event will follow. */
    void end();
}
