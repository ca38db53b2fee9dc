package dev.understudy.report.page;

/** Where a link leads; each printer knows what that is called among its own files. */
public sealed interface Target {
    /**
     * Another page at the top of the folder.
     *
     * @param page its name without ending
     * @param anchor section of it; empty for its top
     */
    record Beside(String page, String anchor) implements Target {}

    /** The report of a drill. */
    record Drill(String id) implements Target {}

    /** How a figure is computed. */
    record Measure(String id) implements Target {}

    /**
     * A page of the web.
     *
     * @param address whose scheme is http or https
     */
    record Web(String address) implements Target {}
}
