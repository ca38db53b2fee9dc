package dev.understudy.report;

import dev.understudy.debrief.ActionItem;
import dev.understudy.debrief.Answer;
import dev.understudy.debrief.Attribution;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.KnowledgeGap;
import dev.understudy.debrief.Part;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Outcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest debrief of a drill, and what it changed.
 *
 * @param at when it was recorded, wall time
 * @param atClose the outcome as it was said at the close
 * @param now the outcome as the debrief leaves it
 * @param earlier debriefs that were held before it, oldest first
 * @param unanswered questions of the scenario that it leaves open
 */
public record Debriefed(
        Debrief said, Instant at, Outcome atClose, Outcome now, List<Held> earlier, List<String> unanswered) {
    public Debriefed {
        earlier = List.copyOf(earlier);
        unanswered = List.copyOf(unanswered);
    }

    /**
     * A debrief that was held before the latest.
     *
     * @param at when it was recorded, wall time
     * @param left the outcome as it left it
     */
    public record Held(String facilitator, Instant at, Outcome left) {}

    static @Nullable Debriefed of(Drill drill, List<Entry> entries) {
        Debrief said = drill.debrief();
        DrillEvent.Closed closed = drill.closed();
        if (said == null || closed == null) {
            return null;
        }
        Instant at = entries.reversed().stream()
                .filter(entry -> entry.event() instanceof DrillEvent.Debriefed)
                .map(entry -> entry.stamp().at())
                .findFirst()
                .orElseThrow();
        List<String> answered = said.answers().stream().map(Answer::question).toList();
        List<String> open = drill.briefing().subject().debrief().stream()
                .filter(question -> !answered.contains(question))
                .toList();
        return new Debriefed(said, at, closed.outcome(), drill.outcome(), earlier(entries), open);
    }

    /** What a later debrief answers anew is still worth knowing, and so is who had answered it. */
    private static List<Held> earlier(List<Entry> entries) {
        List<Held> all = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.event() instanceof DrillEvent.Debriefed(Debrief debrief)) {
                Outcome left = Drill.of(entries.subList(0, entry.number() + 1))
                        .orElseThrow()
                        .outcome();
                all.add(new Held(debrief.facilitator(), entry.stamp().at(), left));
            }
        }
        return all.isEmpty() ? all : all.subList(0, all.size() - 1);
    }

    /** Tells whether the drill came out otherwise than was said at its close. */
    public boolean changed() {
        return atClose != now;
    }

    /** Returns what the facilitator settled about people, in sentences. */
    public List<String> settled() {
        List<String> all = new ArrayList<>();
        if (changed()) {
            all.add("The outcome after the debrief is " + now.word() + "; at the close it was " + atClose.word() + ".");
        }
        for (Held held : earlier) {
            all.add("An earlier debrief, held by " + held.facilitator() + " on "
                    + held.at().atZone(ZoneOffset.UTC).toLocalDate() + ", left it "
                    + held.left().word() + ".");
        }
        if (said.lead() != null) {
            all.add(said.lead() + " led it.");
        }
        if (said.confirmed()) {
            all.add("The acknowledgement is confirmed.");
        }
        for (Attribution each : said.attributions()) {
            all.add("Behind '" + each.actor() + "' stood " + each.responder() + ".");
        }
        for (Part part : said.parts()) {
            all.add(part.responder() + ", excluded: " + part.involved().word() + " before recovery.");
        }
        return all;
    }

    /** Returns an answer, and who gave it. */
    public static String answer(Answer answer) {
        return answer.by() == null ? answer.answer() : answer.answer() + " (" + answer.by() + ")";
    }

    /** Returns who knew what somebody had to ask. */
    public static String knew(KnowledgeGap gap) {
        String who = gap.answeredBy() == null ? "nobody" : gap.answeredBy();
        return gap.onlyExcluded() ? who + ", only the excluded" : who;
    }

    /** Returns how an action stands. */
    public static String state(ActionItem action) {
        if (action.done()) {
            return "done";
        }
        return action.blocking() ? "open, blocks independence" : "open";
    }
}
