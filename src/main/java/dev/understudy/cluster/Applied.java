package dev.understudy.cluster;

/** What came of a change. */
public sealed interface Applied {
    /**
     * Made.
     *
     * @param change as planned
     */
    record Made(Change change) implements Applied {}

    /**
     * Not made, and nothing was touched.
     *
     * @param why in words, without secrets
     */
    record Refused(Change change, String why) implements Applied {}

    /**
     * Not made, because the object that was to be removed is gone or going already.
     *
     * @param why in words
     */
    record Gone(Change change, String why) implements Applied {}

    /**
     * Not made yet, and nothing was touched: a disruption budget has no room for an eviction now. It may have later.
     *
     * @param why in words, naming the budget where the server does
     */
    record HeldBack(Change change, String why) implements Applied {}
}
