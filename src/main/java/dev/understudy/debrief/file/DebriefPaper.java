package dev.understudy.debrief.file;

import dev.understudy.debrief.ActionItem;
import dev.understudy.debrief.Answer;
import dev.understudy.debrief.Attribution;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.KnowledgeGap;
import dev.understudy.debrief.Matters;
import dev.understudy.debrief.Part;
import dev.understudy.debrief.SystemCondition;
import dev.understudy.roster.ResponderKind;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Debriefs as text of a debrief file: what was said, or what is still to be said. */
public final class DebriefPaper {
    private DebriefPaper() {}

    /** Returns the file that says this; read again it is the same debrief. */
    public static String of(WrittenDebrief written) {
        return paper(written, Unsaid.NOTHING);
    }

    /**
     * Returns the same with what is still to be said of the drill in comments.
     *
     * @param begun an action that is half said; null when there is none
     */
    public static String draft(WrittenDebrief written, Matters drill, @Nullable BegunAction begun) {
        return paper(written, Unsaid.of(written.debrief(), drill, begun));
    }

    private static String paper(WrittenDebrief written, Unsaid unsaid) {
        Debrief debrief = written.debrief();
        YamlLines lines = head().field("  ", "drill", written.drill())
                .field("  ", "facilitator", debrief.facilitator())
                .field("  ", "lead", debrief.lead())
                .flag("  ", "confirmed", debrief.confirmed());
        people(lines, debrief, unsaid);
        if (!debrief.answers().isEmpty()) {
            lines.line("  answers:");
            debrief.answers().forEach(answer -> answer(lines, answer));
        }
        lines.sentences("factors", debrief.factors())
                .sentences("wentWell", debrief.wentWell())
                .sentences("wentBadly", debrief.wentBadly())
                .sentences("lucky", debrief.lucky());
        if (!debrief.gaps().isEmpty()) {
            lines.line("  gaps:");
            debrief.gaps().forEach(gap -> gap(lines, gap));
        }
        if (!debrief.actions().isEmpty()) {
            lines.line("  actions:");
            debrief.actions().forEach(action -> action(lines, action));
        }
        unsaid.action(lines, !debrief.actions().isEmpty());
        return lines.toString();
    }

    /** Returns a file to be filled in: with the drill's own questions, and what only its facilitator can settle. */
    public static String template(Matters drill) {
        YamlLines lines = head().line("  drill: " + YamlLines.text(drill.drill()))
                .line("  facilitator:            # who holds the debrief");
        String taken = drill.acknowledgedBy();
        lines.line("  # lead: " + (taken == null ? "bo" : taken)
                + "              # who led; whoever acknowledged first when not given");
        if (taken != null && drill.ownWord()) {
            lines.line("  confirmed: false        # " + taken
                    + " acknowledged by own word only: true when you can confirm it");
        }
        open(lines, drill);
        if (!drill.questions().isEmpty()) {
            lines.line("  answers:                # a question without an answer is left out");
            drill.questions()
                    .forEach(question -> lines.line("    - question: " + YamlLines.text(question))
                            .line("      # answer: \"...\""));
        }
        return lines
                + """
                  factors: []             # what contributed, in sentences; none of them a person
                  wentWell: []
                  wentBadly: []
                  lucky: []
                  gaps: []                # what somebody had to ask
                  # gaps:
                  #   - asked: "Where is the switch?"
                  #     answeredBy: bo       # leave out when nobody knew
                  #     onlyExcluded: false  # whether only an excluded responder knew
                  #     runbook: "docs/cache.md"
                  #     owner: bo            # who writes it down
                  actions: []             # what will be done about it
                  # actions:
                  #   - title: "Alert on the hit rate of the cache"
                  #     owner: bo
                  #     due: %s
                  #     blocking: false      # whether the service cannot count as independent before it is done
                  #     retest: some-scenario  # whose drill will show that it helped
                  #     condition: no-alert  # what it will mend: %s
                """.formatted(
                                drill.day().plusMonths(1),
                                Stream.of(SystemCondition.values())
                                        .map(SystemCondition::word)
                                        .collect(Collectors.joining(", ")));
    }

    private static YamlLines head() {
        return new YamlLines()
                .line("apiVersion: understudy.dev/v1")
                .line("kind: Debrief")
                .line("spec:");
    }

    private static void open(YamlLines lines, Matters drill) {
        if (!drill.actors().isEmpty()) {
            lines.line("  actors:                 # changed something, and the roster does not know who they are");
            drill.actors()
                    .forEach(actor -> lines.line("    - actor: " + YamlLines.text(actor))
                            .line("      responder:          # who stood behind it"));
        }
        if (!drill.excluded().isEmpty()) {
            lines.line("  excluded:               # how far each got involved before recovery:"
                    + " none, looked, advised or acted");
            drill.excluded()
                    .forEach(who -> lines.line("    - responder: " + YamlLines.text(who))
                            .line("      part:"));
        }
    }

    private static void people(YamlLines lines, Debrief debrief, Unsaid unsaid) {
        if (!debrief.attributions().isEmpty()) {
            lines.line("  actors:");
            for (Attribution each : debrief.attributions()) {
                String kind = each.kind() == ResponderKind.PERSON
                        ? null
                        : each.kind().name().toLowerCase(Locale.ROOT);
                lines.line("    - actor: " + YamlLines.text(each.actor()))
                        .field("      ", "responder", each.responder())
                        .field("      ", "kind", kind);
            }
        }
        unsaid.actors(lines, !debrief.attributions().isEmpty());
        if (!debrief.parts().isEmpty()) {
            lines.line("  excluded:");
            for (Part part : debrief.parts()) {
                lines.line("    - responder: " + YamlLines.text(part.responder()))
                        .field("      ", "part", part.involved().word());
            }
        }
        unsaid.excluded(lines, !debrief.parts().isEmpty());
    }

    private static void answer(YamlLines lines, Answer answer) {
        lines.line("    - question: " + YamlLines.text(answer.question()))
                .field("      ", "answer", answer.answer().isEmpty() ? null : answer.answer())
                .field("      ", "by", answer.by());
    }

    private static void gap(YamlLines lines, KnowledgeGap gap) {
        lines.line("    - asked: " + YamlLines.text(gap.asked()))
                .field("      ", "answeredBy", gap.answeredBy())
                .flag("      ", "onlyExcluded", gap.onlyExcluded())
                .field("      ", "runbook", gap.runbook())
                .field("      ", "owner", gap.owner());
    }

    private static void action(YamlLines lines, ActionItem action) {
        lines.line("    - title: " + YamlLines.text(action.title()))
                .field("      ", "owner", action.owner())
                .line("      due: " + action.due())
                .flag("      ", "blocking", action.blocking())
                .flag("      ", "done", action.done())
                .field("      ", "retest", action.retest())
                .field(
                        "      ",
                        "condition",
                        action.condition() == null ? null : action.condition().word());
    }
}
