package dev.understudy.cli;

import dev.understudy.debrief.ActionItem;
import dev.understudy.debrief.Answer;
import dev.understudy.debrief.Attribution;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.KnowledgeGap;
import dev.understudy.debrief.Matters;
import dev.understudy.debrief.Part;
import dev.understudy.debrief.Part.Involved;
import dev.understudy.debrief.SystemCondition;
import dev.understudy.debrief.file.BegunAction;
import dev.understudy.roster.Responder;
import dev.understudy.roster.ResponderKind;
import dev.understudy.roster.Roster;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Talks a debrief through: first what people learned, then what only the facilitator can settle, then what to do. */
final class Interview {
    private static final String INVOLVED = words(Involved.values(), Involved::word);
    private static final String CONDITIONS = words(SystemCondition.values(), SystemCondition::word);

    private final Dialogue talk;
    private final Matters drill;
    private final Optional<Roster> roster;
    private final Set<String> people;

    Interview(Dialogue talk, Matters drill, Optional<Roster> roster) {
        this.talk = talk;
        this.drill = drill;
        this.roster = roster;
        this.people = new LinkedHashSet<>(drill.people());
        roster.ifPresent(r -> r.responders().stream().map(Responder::name).forEach(people::add));
    }

    /**
     * Asks everything.
     *
     * @param keep takes the debrief as far as it is, after each answer
     * @throws Dialogue.Ended when the answers end before the questions do
     */
    Debrief hold(DebriefDraft.Keeping keep) {
        talk.say("An empty line leaves a question open, or ends a list.");
        DebriefDraft draft = new DebriefDraft(talk.again("Who holds this debrief?", this::facilitator), keep);
        for (String question : drill.questions()) {
            talk.text(question).ifPresent(said -> draft.answer(new Answer(question, said, null)));
        }
        talk.several("What contributed? Not who: conditions.", draft::factor);
        talk.several("What went well?", draft::well);
        talk.several("What went badly?", draft::badly);
        talk.several("Where was it luck?", draft::lucky);
        gaps(draft);
        settle(draft);
        actions(draft);
        return draft.debrief();
    }

    private String facilitator(String answer) {
        if (answer.isEmpty()) {
            throw new IllegalArgumentException("there has to be an answer");
        }
        if (drill.excluded().contains(answer)) {
            throw new IllegalArgumentException("somebody who was not excluded from the drill has to");
        }
        return answer;
    }

    private void gaps(DebriefDraft draft) {
        String question = "What did somebody have to ask?";
        for (Optional<String> asked = talk.text(question); asked.isPresent(); asked = talk.text("  What else?")) {
            gap(draft, asked.get());
        }
    }

    private void gap(DebriefDraft draft, String asked) {
        draft.gap(new KnowledgeGap(asked, null, false, null, null));
        String knew = talk.name("  Who knew?", people).orElse(null);
        draft.gapIs(new KnowledgeGap(asked, knew, false, null, null));
        boolean only = (knew == null || drill.excluded().contains(knew))
                && !drill.excluded().isEmpty()
                && talk.yes("  Did only the excluded know?");
        draft.gapIs(new KnowledgeGap(asked, knew, only, null, null));
        String runbook = talk.text("  Where will it be written down?").orElse(null);
        draft.gapIs(new KnowledgeGap(asked, knew, only, runbook, null));
        String owner = talk.name("  Who writes it down?", people).orElse(null);
        draft.gapIs(new KnowledgeGap(asked, knew, only, runbook, owner));
    }

    private void settle(DebriefDraft draft) {
        String taken = drill.acknowledgedBy();
        Set<String> leads = new LinkedHashSet<>(drill.people());
        if (drill.absent()) {
            leads.removeAll(drill.excluded());
        }
        draft.lead(talk.name("Who led it?" + (taken == null ? "" : " [" + taken + "]"), leads)
                .orElse(null));
        if (taken != null && drill.ownWord() && !taken.equals(draft.facilitator())) {
            draft.confirmed(talk.yes(taken + " is only said to have acknowledged it. Can you confirm that?"));
        }
        for (String actor : drill.actors()) {
            talk.names("Who stood behind '" + actor + "', whom the roster does not know?", people)
                    .forEach(who -> draft.attribution(new Attribution(actor, who, kind(who))));
        }
        for (String who : drill.excluded()) {
            talk.again("How far did " + who + " get involved before recovery? " + INVOLVED, Interview::involved)
                    .ifPresent(involved -> draft.part(new Part(who, involved)));
        }
    }

    private void actions(DebriefDraft draft) {
        String question = "What will be done about it?";
        for (Optional<String> what = talk.text(question); what.isPresent(); what = talk.text("  What else?")) {
            action(draft, what.get());
        }
    }

    private void action(DebriefDraft draft, String what) {
        draft.begun(new BegunAction(what, null));
        String owner = talk.again("  Who sees to it?", answer -> {
            if (!people.contains(answer)) {
                throw new IllegalArgumentException("somebody has to: " + String.join(", ", people));
            }
            return answer;
        });
        draft.begun(new BegunAction(what, owner));
        LocalDate due = talk.day("  By when?", drill.day());
        draft.action(new ActionItem(what, owner, due, false, false, null, null));
        boolean blocking = talk.yes("  Can the service not count as independent before it is done?");
        draft.actionIs(new ActionItem(what, owner, due, blocking, false, null, null));
        String retest = talk.text("  Which scenario will show that it helped? [this one]")
                .orElse(null);
        draft.actionIs(new ActionItem(what, owner, due, blocking, false, retest, null));
        SystemCondition condition = talk.again("  Which of these will it mend? " + CONDITIONS, Interview::condition)
                .orElse(null);
        draft.actionIs(new ActionItem(what, owner, due, blocking, false, retest, condition));
    }

    private static Optional<SystemCondition> condition(String answer) {
        return answer.isEmpty()
                ? Optional.empty()
                : Optional.of(named(SystemCondition.values(), SystemCondition::word, answer, CONDITIONS));
    }

    private ResponderKind kind(String who) {
        return roster.flatMap(r -> r.responder(who)).map(Responder::kind).orElse(ResponderKind.PERSON);
    }

    private static Optional<Involved> involved(String answer) {
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(named(Involved.values(), Involved::word, answer, INVOLVED));
    }

    private static <T> T named(T[] all, Function<T, String> word, String answer, String words) {
        return Arrays.stream(all)
                .filter(each -> word.apply(each).equals(answer.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(words));
    }

    private static <T> String words(T[] all, Function<T, String> word) {
        return Arrays.stream(all).map(word).collect(Collectors.joining(", "));
    }
}
