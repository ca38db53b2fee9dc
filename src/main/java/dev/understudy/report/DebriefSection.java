package dev.understudy.report;

import dev.understudy.debrief.Debrief;
import dev.understudy.report.markup.MarkdownPage;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The debrief in Markdown: what was said, or the questions while nobody has said anything. */
final class DebriefSection {
    private DebriefSection() {}

    static void add(MarkdownPage page, DrillReport report) {
        Debriefed debrief = report.debrief();
        List<String> questions = report.briefing().subject().debrief();
        if (debrief != null) {
            held(page, debrief);
        } else if (!questions.isEmpty()) {
            page.heading(2, "Debrief").list(questions);
        }
    }

    private static void held(MarkdownPage page, Debriefed debrief) {
        Debrief said = debrief.said();
        page.heading(2, "Debrief")
                .paragraph("Held by " + said.facilitator() + ", recorded "
                        + debrief.at().truncatedTo(ChronoUnit.SECONDS) + ".");
        list(page, "What it settled", debrief.settled());
        if (!said.answers().isEmpty()) {
            page.heading(3, "Answers")
                    .table(
                            List.of("question", "answer"),
                            said.answers().stream()
                                    .map(a -> List.of(a.question(), Debriefed.answer(a)))
                                    .toList());
        }
        list(page, "Not answered", debrief.unanswered());
        list(page, "What contributed", said.factors());
        list(page, "What went well", said.wentWell());
        list(page, "What went badly", said.wentBadly());
        list(page, "Where it was luck", said.lucky());
        gaps(page, said);
        actions(page, said);
    }

    private static void gaps(MarkdownPage page, Debrief said) {
        if (!said.gaps().isEmpty()) {
            page.heading(3, "What somebody had to ask")
                    .table(
                            List.of("question", "known to", "to be written down in", "by"),
                            said.gaps().stream()
                                    .map(g -> List.of(
                                            g.asked(),
                                            Debriefed.knew(g),
                                            g.runbook() == null ? "open" : g.runbook(),
                                            g.owner() == null ? "open" : g.owner()))
                                    .toList());
        }
    }

    private static void actions(MarkdownPage page, Debrief said) {
        if (!said.actions().isEmpty()) {
            page.heading(3, "What will be done")
                    .table(
                            List.of("action", "owner", "due", "state"),
                            said.actions().stream()
                                    .map(a -> List.of(
                                            a.title(), a.owner(), a.due().toString(), Debriefed.state(a)))
                                    .toList());
        }
    }

    private static void list(MarkdownPage page, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            page.heading(3, heading).list(lines);
        }
    }
}
