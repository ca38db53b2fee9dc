package dev.understudy.report.artifact;

import dev.understudy.independence.LeftOut;
import dev.understudy.report.page.Block;
import dev.understudy.report.page.Line;
import dev.understudy.report.page.Page;
import dev.understudy.report.page.Section;
import dev.understudy.report.picture.Mood;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all pages of one playbook have in common.
 *
 * @param roster its name
 * @param at moment for which everything was computed
 * @param rehearsals whether rehearsals were counted: then every page says so
 * @param anonymous whether names of people were replaced
 * @param leftOut what was left out because somebody asked for it: then every page says so; null when nothing was
 */
public record Edition(
        String roster,
        Instant at,
        boolean rehearsals,
        boolean anonymous,
        @Nullable LeftOut leftOut) {
    /** Returns a page of it. */
    Page page(String name, String title, Line lead, List<Section> sections) {
        List<Section> all = new ArrayList<>();
        if (rehearsals) {
            all.add(new Section("rehearsals", "This is no evidence", List.of(new Block.Notice(Mood.BAD, warning()))));
        }
        if (leftOut != null) {
            Line line = Line.EMPTY
                    .strong("Not all evidence was looked at, because somebody asked for it:")
                    .text(" " + leftOut.words() + ".");
            all.add(new Section(
                    "left-out", "This is part of the evidence", List.of(new Block.Notice(Mood.CARE, line))));
        }
        sections.stream().filter(section -> !section.blocks().isEmpty()).forEach(all::add);
        return new Page(name, "Understudy playbook · " + roster + " · " + Figures.day(at), title, lead, all, stamp());
    }

    private static Line warning() {
        return Line.EMPTY
                .strong("Rehearsals were counted, because somebody asked for it.")
                .text(" They took place on a simulated cluster or with scripted responders, so nothing on this page"
                        + " says anything about people.");
    }

    private Line stamp() {
        return Line.of("Computed for " + at + " from the journal of drills and the imported incidents; nothing of it is"
                + " stored. Services and capabilities are judged, people are not: names stand only where a plan needs"
                + " them" + (anonymous ? ", and on these pages they were replaced." : "."));
    }
}
