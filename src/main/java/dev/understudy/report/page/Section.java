package dev.understudy.report.page;

import java.util.List;

/**
 * A part of a page under one heading.
 *
 * @param anchor unique on the page, in words with hyphens
 */
public record Section(String anchor, String title, List<Block> blocks) {
    public Section {
        blocks = List.copyOf(blocks);
    }
}
