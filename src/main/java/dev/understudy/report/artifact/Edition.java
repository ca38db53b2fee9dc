package dev.understudy.report.artifact;

import dev.understudy.independence.Assessment;
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
 * @param assessment what its verdicts are; what was counted or set otherwise than usual, every page says
 * @param anonymous whether names of people were replaced
 */
public record Edition(String roster, Assessment assessment, boolean anonymous) {
    /** Returns the moment for which everything was computed. */
    public Instant at() {
        return assessment.moment();
    }

    /** Tells whether rehearsals were counted. */
    public boolean rehearsals() {
        return assessment.rehearsals();
    }

    /** Returns what was left out because somebody asked for it; null when nothing was. */
    public @Nullable LeftOut leftOut() {
        return assessment.leftOut();
    }

    /** Returns a page of it. */
    Page page(String name, String title, Line lead, List<Section> sections) {
        List<Section> all = new ArrayList<>();
        if (rehearsals()) {
            all.add(new Section("rehearsals", "This is no evidence", List.of(new Block.Notice(Mood.BAD, warning()))));
        }
        LeftOut leftOut = leftOut();
        if (leftOut != null) {
            Line line = Line.EMPTY
                    .strong("Not all evidence was looked at, because somebody asked for it:")
                    .text(" " + leftOut.words() + ".");
            all.add(new Section(
                    "left-out", "This is part of the evidence", List.of(new Block.Notice(Mood.CARE, line))));
        }
        List<String> departures = assessment.thresholds().departures();
        if (!departures.isEmpty()) {
            Line line = Line.EMPTY
                    .strong("The rule's numbers are the team's own:")
                    .text(" " + String.join(", ", departures) + ".");
            all.add(new Section(
                    "own-settings", "This is judged by other numbers", List.of(new Block.Notice(Mood.CARE, line))));
        }
        sections.stream().filter(section -> !section.blocks().isEmpty()).forEach(all::add);
        return new Page(name, "Understudy playbook · " + roster + " · " + Figures.day(at()), title, lead, all, stamp());
    }

    private static Line warning() {
        return Line.EMPTY
                .strong("Rehearsals were counted, because somebody asked for it.")
                .text(" They took place on a simulated cluster or with scripted responders, so nothing on this page"
                        + " says anything about people.");
    }

    private Line stamp() {
        return Line.of(
                "Computed for " + at() + " from the journal of drills and the imported incidents; nothing of it is"
                        + " stored. Services and capabilities are judged, people are not: names stand only where a plan needs"
                        + " them" + (anonymous ? ", and on these pages they were replaced." : "."));
    }
}
