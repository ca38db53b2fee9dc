package dev.understudy.simulated.container;

/** Follows what a container says. Called one at a time; must not wait. */
public interface LogReader {
    void said(Line line);

    /** Nothing will follow: the container has ended, or its pod has gone. */
    void ended();
}
