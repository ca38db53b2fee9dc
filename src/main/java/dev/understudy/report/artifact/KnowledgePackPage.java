package dev.understudy.report.artifact;

import dev.understudy.playbook.KnowledgePack;
import dev.understudy.playbook.KnowledgePack.Lesson;
import dev.understudy.playbook.KnowledgePack.OpenGap;
import dev.understudy.playbook.KnowledgePack.Topic;
import dev.understudy.report.Runbook;
import dev.understudy.report.page.Block;
import dev.understudy.report.page.Line;
import dev.understudy.report.page.Page;
import dev.understudy.report.page.Section;
import dev.understudy.report.page.Target;
import dev.understudy.report.picture.Mood;
import java.util.ArrayList;
import java.util.List;

/** The operational knowledge pack. */
final class KnowledgePackPage {
    static final String NAME = "knowledge-pack";

    private KnowledgePackPage() {}

    static Page of(KnowledgePack pack, Edition edition) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("missing", "What nobody has written down yet", missing(pack)));
        for (int i = 0; i < pack.topics().size(); i++) {
            sections.add(topic(pack.topics().get(i), i + 1));
        }
        return edition.page(
                NAME,
                "Operational knowledge pack",
                Line.of("Runbooks, when and whom to turn to, traps, and what each drill taught, by service and class."),
                sections);
    }

    private static List<Block> missing(KnowledgePack pack) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < pack.topics().size(); i++) {
            Topic topic = pack.topics().get(i);
            Line where = Line.EMPTY.link(name(topic), new Target.Beside(NAME, "topic-" + (i + 1)));
            topic.missing().forEach(m -> lines.add(where.text(": " + m)));
        }
        return lines.isEmpty()
                ? List.of(new Block.Notice(Mood.GOOD, Line.of("Nothing, as far as drills have asked.")))
                : List.of(new Block.Points(lines));
    }

    private static Section topic(Topic topic, int number) {
        List<Block> blocks = new ArrayList<>();
        list(
                blocks,
                "Runbooks",
                topic.runbooks().stream().map(KnowledgePackPage::runbook).toList());
        list(
                blocks,
                "Turning to somebody",
                topic.escalation().rules().stream().map(Line::of).toList());
        list(
                blocks,
                "Where to look first",
                topic.hints().stream()
                        .map(h -> Line.of(h.text()).text(" (" + h.scenario() + ", level " + h.level() + ")"))
                        .toList());
        list(
                blocks,
                "Traps and luck",
                topic.traps().stream().map(KnowledgePackPage::lesson).toList());
        list(
                blocks,
                "What drills taught",
                topic.lessons().stream().map(KnowledgePackPage::lesson).toList());
        list(
                blocks,
                "Asked, and not written down yet",
                topic.open().stream().map(KnowledgePackPage::gap).toList());
        if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph(Line.of("Nothing is known yet: no scenario drills it.")));
        }
        return new Section("topic-" + number, name(topic), blocks);
    }

    private static void list(List<Block> blocks, String title, List<Line> lines) {
        if (!lines.isEmpty()) {
            blocks.add(new Block.Heading(title));
            blocks.add(new Block.Points(lines));
        }
    }

    private static Line runbook(KnowledgePack.Runbook runbook) {
        Line line = Runbook.link(runbook.where())
                .map(address -> Line.EMPTY.link(runbook.where(), new Target.Web(address)))
                .orElseGet(() -> Line.EMPTY.code(runbook.where()));
        Line from = runbook.scenarios().isEmpty() ? line : line.text(" of " + String.join(", ", runbook.scenarios()));
        return runbook.drills().isEmpty() ? from : from.text("; drilled in ").append(Line.drills(runbook.drills()));
    }

    private static Line lesson(Lesson lesson) {
        return Line.EMPTY
                .strong(Figures.sentence(lesson.kind().word().replace('-', ' ')))
                .text(": " + lesson.text() + " (")
                .report(lesson.drill())
                .text(")");
    }

    private static Line gap(OpenGap gap) {
        String who = gap.answeredBy() == null ? "nobody knew" : gap.answeredBy() + " knew";
        Line line = Line.EMPTY.strong(gap.asked()).text(" " + who);
        Line only = gap.onlyExcluded() ? line.text(", ").box("only the excluded knew", Mood.CARE) : line;
        return only.text(", to be written down by " + (gap.owner() == null ? "somebody: no owner yet" : gap.owner())
                        + " (")
                .report(gap.drill())
                .text(")");
    }

    private static String name(Topic topic) {
        return topic.service() + ": " + topic.title();
    }
}
