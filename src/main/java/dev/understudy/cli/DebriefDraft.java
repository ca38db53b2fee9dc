package dev.understudy.cli;

import dev.understudy.debrief.ActionItem;
import dev.understudy.debrief.Answer;
import dev.understudy.debrief.Attribution;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.KnowledgeGap;
import dev.understudy.debrief.Part;
import dev.understudy.debrief.file.BegunAction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A debrief while it is being talked through; whatever is said is kept at once. */
final class DebriefDraft {
    /** Takes what was said as far as it is. */
    @FunctionalInterface
    interface Keeping {
        /** Keeps it, and the action that is half said where there is one. */
        void keep(Debrief said, @Nullable BegunAction begun);
    }

    private final Keeping keep;
    private final String facilitator;
    private final List<Attribution> attributions = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<String> factors = new ArrayList<>();
    private final List<String> wentWell = new ArrayList<>();
    private final List<String> wentBadly = new ArrayList<>();
    private final List<String> lucky = new ArrayList<>();
    private final List<KnowledgeGap> gaps = new ArrayList<>();
    private final List<ActionItem> actions = new ArrayList<>();
    private @Nullable String lead;
    private @Nullable BegunAction begun;
    private boolean confirmed;

    DebriefDraft(String facilitator, Keeping keep) {
        this.facilitator = facilitator;
        this.keep = keep;
        kept();
    }

    void lead(@Nullable String who) {
        lead = who;
        kept();
    }

    String facilitator() {
        return facilitator;
    }

    void confirmed(boolean yes) {
        confirmed = yes;
        kept();
    }

    void attribution(Attribution attribution) {
        attributions.add(attribution);
        kept();
    }

    void part(Part part) {
        parts.add(part);
        kept();
    }

    void answer(Answer answer) {
        answers.add(answer);
        kept();
    }

    void factor(String factor) {
        factors.add(factor);
        kept();
    }

    void well(String what) {
        wentWell.add(what);
        kept();
    }

    void badly(String what) {
        wentBadly.add(what);
        kept();
    }

    void lucky(String what) {
        lucky.add(what);
        kept();
    }

    void gap(KnowledgeGap gap) {
        gaps.add(gap);
        kept();
    }

    /** Says more about the latest gap. */
    void gapIs(KnowledgeGap gap) {
        gaps.set(gaps.size() - 1, gap);
        kept();
    }

    void begun(BegunAction action) {
        begun = action;
        kept();
    }

    void action(ActionItem action) {
        begun = null;
        actions.add(action);
        kept();
    }

    /** Says more about the latest action. */
    void actionIs(ActionItem action) {
        actions.set(actions.size() - 1, action);
        kept();
    }

    Debrief debrief() {
        return new Debrief(
                facilitator,
                lead,
                confirmed,
                attributions,
                parts,
                answers,
                factors,
                wentWell,
                wentBadly,
                lucky,
                gaps,
                actions);
    }

    private void kept() {
        keep.keep(debrief(), begun);
    }
}
