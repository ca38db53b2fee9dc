package dev.understudy.report.page;

import java.util.List;

/**
 * One page.
 *
 * @param name of its files without ending; unique in its folder
 * @param kicker what it belongs to, above the title
 * @param lead what it says, in one or two sentences
 * @param stamp when and from what it was computed, for its foot
 */
public record Page(String name, String kicker, String title, Line lead, List<Section> sections, Line stamp) {
    public Page {
        sections = List.copyOf(sections);
    }
}
