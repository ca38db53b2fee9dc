package dev.understudy.report.picture;

/** A picture that draws itself at any width, and says in words what it shows. */
public interface Drawing {
    /**
     * Draws it as SVG with its own title and description.
     *
     * @param id unique on the page
     * @param width in pixels, at least 300
     */
    String draw(String id, double width);

    /** Returns what can be seen, for those who cannot see it. */
    String description();
}
