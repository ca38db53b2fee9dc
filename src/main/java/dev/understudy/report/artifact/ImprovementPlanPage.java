package dev.understudy.report.artifact;

import dev.understudy.debrief.SystemCondition;
import dev.understudy.playbook.ImprovementPlan;
import dev.understudy.playbook.ImprovementPlan.Condition;
import dev.understudy.playbook.ImprovementPlan.FollowUp;
import dev.understudy.playbook.ImprovementPlan.State;
import dev.understudy.report.page.Block;
import dev.understudy.report.page.Line;
import dev.understudy.report.page.Page;
import dev.understudy.report.page.Section;
import dev.understudy.report.picture.Mood;
import dev.understudy.wording.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The anti-heroics improvement plan. */
final class ImprovementPlanPage {
    static final String NAME = "improvement-plan";

    private ImprovementPlanPage() {}

    static Page of(ImprovementPlan plan, Edition edition) {
        long open = plan.conditions().stream()
                .filter(c -> c.state() != State.NOT_SEEN)
                .count();
        long orphans = plan.conditions().stream()
                .filter(c -> c.state() != State.NOT_SEEN && c.owner() == null)
                .count();
        return edition.page(
                NAME,
                "Anti-heroics improvement plan",
                Line.of("Conditions of the system that keep calling for a hero, found by rule from drills: "
                        + Words.count(open, "open condition") + ", " + orphans + " of them without an owner; "
                        + Words.count(plan.actions().size(), "action") + " from debriefs."),
                List.of(
                        new Section("conditions", "Conditions", conditions(plan)),
                        new Section("actions", "Actions of debriefs", actions(plan)),
                        new Section("how", "What each condition means", how())));
    }

    private static List<Block> conditions(ImprovementPlan plan) {
        if (plan.conditions().isEmpty()) {
            return List.of(new Block.Paragraph(Line.of("No drill has shown one yet.")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(
                "By state, then service; repairs by hand last",
                List.of("condition", "where", "shown by", "drills", "state", "owner and due", "action", "re-tested by"),
                plan.conditions().stream().map(ImprovementPlanPage::condition).toList()));
        return blocks;
    }

    private static List<Line> condition(Condition c) {
        return List.of(
                Line.of(c.kind().title()).text(c.details().isEmpty() ? "" : ": " + String.join("; ", c.details())),
                Line.of(c.service() + ", " + c.incidentClass()),
                Line.of(c.shown().words()),
                Line.drills(c.drills()),
                Line.chip(words(c.state()), mood(c.state())),
                (c.owner() == null ? Line.chip("no owner yet", Mood.CARE).text(" ") : Line.of(c.owner() + ", "))
                        .text((c.proposed() ? "no date agreed, proposed: " : "") + Figures.day(c.due())),
                Line.of(action(c)),
                Line.of(c.retest()));
    }

    private static String action(Condition c) {
        if (c.action() == null) {
            return "–";
        }
        return c.action() + (c.linkedBy() == null ? "" : " (by the word '" + c.linkedBy() + "')");
    }

    private static String words(State state) {
        return state == State.NOT_SEEN ? "not seen in the latest drill" : state.word();
    }

    private static List<Block> actions(ImprovementPlan plan) {
        if (plan.actions().isEmpty()) {
            return List.of(new Block.Paragraph(Line.of("None: no debrief has decided one. ")
                    .code("understudy debrief DRILL")
                    .text(" records it.")));
        }
        return List.of(new Block.Table(
                "Overdue ones first",
                List.of("action", "for", "owner", "due", "state", "decided in", "re-tested by"),
                plan.actions().stream().map(ImprovementPlanPage::action).toList()));
    }

    private static List<Line> action(FollowUp f) {
        Line title = Line.of(f.title());
        return List.of(
                f.blocking() ? title.text(" ").box("blocks independence", Mood.CARE) : title,
                Line.of(f.service() + ", " + f.incidentClass()),
                Line.of(f.owner()),
                Line.of(Figures.day(f.due())),
                Line.chip(f.state().word(), mood(f.state())),
                Line.drill(f.drill()),
                retested(f));
    }

    private static Line retested(FollowUp f) {
        if (f.retested() != null) {
            return Line.drill(f.retested());
        }
        return Line.of(f.retest() + (f.state() == State.DONE ? ", not yet" : ", after it is done"));
    }

    private static List<Block> how() {
        return List.of(new Block.Points(Arrays.stream(SystemCondition.values())
                .map(kind -> Line.EMPTY.strong(Figures.sentence(kind.title())).text(". " + kind.advice()))
                .toList()));
    }

    private static Mood mood(State state) {
        return switch (state) {
            case OVERDUE -> Mood.BAD;
            case OPEN -> Mood.OPEN;
            case DONE -> Mood.CARE;
            case NOT_SEEN, FIXED -> Mood.GOOD;
        };
    }
}
