package dev.understudy.report.artifact;

import dev.understudy.playbook.Rung;
import dev.understudy.playbook.TransferPlan;
import dev.understudy.playbook.TransferPlan.Capability;
import dev.understudy.playbook.TransferPlan.Shown;
import dev.understudy.playbook.TransferPlan.Standing;
import dev.understudy.report.page.Block;
import dev.understudy.report.page.Line;
import dev.understudy.report.page.Page;
import dev.understudy.report.page.Section;
import dev.understudy.report.picture.Mood;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The capability transfer plan. */
final class TransferPlanPage {
    static final String NAME = "transfer-plan";

    private TransferPlanPage() {}

    static Page of(TransferPlan plan, Edition edition) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("ladder", "The ladder", ladder(plan)));
        for (int i = 0; i < plan.capabilities().size(); i++) {
            sections.add(capability(plan.capabilities().get(i), i + 1));
        }
        return edition.page(
                NAME,
                "Capability transfer plan",
                Line.of(
                        "Who shadows, who leads with support and who leads alone, by what drills have shown; and what comes"
                                + " next for each. The rotation plan has room for what services need most. It is a plan for learning, not a measure of anybody."),
                sections);
    }

    private static List<Block> ladder(TransferPlan plan) {
        long thin = plan.capabilities().stream().filter(c -> c.alone() < 2).count();
        return List.of(
                new Block.Steps(Arrays.stream(Rung.values())
                        .map(rung -> Line.EMPTY.strong(words(rung)).text(": " + rung.meaning() + "."))
                        .toList()),
                thin == 0
                        ? new Block.Notice(
                                Mood.GOOD, Line.of("Every capability has two people or more who lead it alone."))
                        : new Block.Notice(
                                Mood.CARE,
                                Line.of("Fewer than two people lead alone in " + thin + " of "
                                        + plan.capabilities().size() + " capabilities.")));
    }

    private static Section capability(Capability c, int number) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Line.of("Team " + c.team() + ", criticality "
                + c.criticality().name().toLowerCase(Locale.ROOT)
                + (c.required() ? ", a class that the roster requires" : "") + ". Learned from: "
                + Figures.names(c.heroes())
                + ". Scenarios: " + (c.scenarios().isEmpty() ? "none yet" : String.join(", ", c.scenarios())) + ".")));
        blocks.add(new Block.Table(
                "Where everybody stands, and what comes next",
                List.of("who", "rung", "shown by", "next", "in the rotation"),
                c.people().stream().map(TransferPlanPage::person).toList()));
        return new Section("capability-" + number, c.service() + ": " + c.title(), blocks);
    }

    private static List<Line> person(Standing standing) {
        return List.of(
                Line.of(standing.responder()),
                Line.chip(words(standing.rung()), mood(standing.rung())),
                Line.drills(standing.shown().stream().map(Shown::drill).toList()),
                Line.of(
                        standing.next() == null
                                ? "nothing: keep it fresh"
                                : standing.next().text()),
                Line.of(
                        standing.planned() != null
                                ? Figures.day(standing.planned())
                                : standing.next() == null ? "–" : "not this time"));
    }

    private static Mood mood(Rung rung) {
        return switch (rung) {
            case NOT_YET -> Mood.OPEN;
            case SHADOWED, LEADS_WITH_SUPPORT -> Mood.PLAIN;
            case LEADS_ALONE -> Mood.GOOD;
        };
    }

    private static String words(Rung rung) {
        return rung.word().replace('-', ' ');
    }
}
