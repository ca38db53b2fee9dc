package dev.understudy.playbook;

import dev.understudy.debrief.Answer;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.KnowledgeGap;
import dev.understudy.drill.Outcome;
import dev.understudy.independence.DrillResult;
import dev.understudy.independence.Timed;
import dev.understudy.playbook.KnowledgePack.Lesson;
import dev.understudy.playbook.KnowledgePack.Lesson.Kind;
import dev.understudy.wording.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What drills taught.
 *
 * @param drills of one family, oldest first
 */
record Lessons(List<DrillResult> drills) {
    /** Returns what misled somebody or went well by luck. */
    List<Lesson> traps() {
        List<Lesson> traps = new ArrayList<>();
        for (DrillResult drill : drills) {
            Debrief debrief = drill.debrief();
            if (debrief != null) {
                add(traps, drill, Kind.FACTOR, debrief.factors());
                add(traps, drill, Kind.WENT_BADLY, debrief.wentBadly());
                add(traps, drill, Kind.LUCK, debrief.lucky());
            }
            add(traps, drill, Kind.COURSE, drill.signs().diverged());
        }
        return traps;
    }

    /** Returns what each drill taught: how it went first, then what its debrief says. */
    List<Lesson> taught() {
        List<Lesson> taught = new ArrayList<>();
        for (DrillResult drill : drills) {
            add(taught, drill, Kind.COURSE, List.of(course(drill)));
            Debrief debrief = drill.debrief();
            if (debrief != null) {
                add(taught, drill, Kind.WENT_WELL, debrief.wentWell());
                add(
                        taught,
                        drill,
                        Kind.GAP,
                        gaps(drill).stream().map(Lessons::text).toList());
                add(
                        taught,
                        drill,
                        Kind.ANSWER,
                        debrief.answers().stream().map(Lessons::text).toList());
            }
        }
        return taught;
    }

    /** Returns what somebody had to ask in a drill. */
    static List<KnowledgeGap> gaps(DrillResult drill) {
        return drill.debrief() == null ? List.of() : drill.debrief().gaps();
    }

    private static void add(List<Lesson> lessons, DrillResult drill, Kind kind, List<String> texts) {
        texts.forEach(text -> lessons.add(new Lesson(kind, text, drill.drill(), drill.opened())));
    }

    private static String text(KnowledgeGap gap) {
        String known = gap.onlyExcluded() ? "only an excluded responder knew" : "somebody of the team knew";
        String who = gap.answeredBy() == null ? "nobody knew" : known;
        return gap.asked() + " (" + who + (gap.runbook() == null ? ")" : "; " + gap.runbook() + ")");
    }

    private static String text(Answer answer) {
        return answer.question() + " " + answer.answer();
    }

    private static String course(DrillResult drill) {
        return "'" + drill.title() + "' was " + outcome(drill.outcome()) + ": "
                + clock("detected", drill.detect()) + ", "
                + clock("acknowledged", drill.acknowledge()) + ", "
                + clock("recovered", drill.recover()) + ".";
    }

    private static String outcome(Outcome outcome) {
        return outcome.word().replace('-', ' ');
    }

    private static String clock(String what, @Nullable Timed clock) {
        return clock == null || !clock.happened() ? "not " + what : what + " after " + Words.roughly(clock.took());
    }
}
