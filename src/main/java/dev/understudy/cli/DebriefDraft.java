package dev.understudy.cli;

import dev.understudy.debrief.ActionItem;
import dev.understudy.debrief.Answer;
import dev.understudy.debrief.Attribution;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.KnowledgeGap;
import dev.understudy.debrief.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A debrief while it is being talked through; whatever is said is kept at once. */
final class DebriefDraft {
    private final Consumer<Debrief> keep;
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
    private boolean confirmed;

    DebriefDraft(String facilitator, Consumer<Debrief> keep) {
        this.facilitator = facilitator;
        this.keep = keep;
        kept();
    }

    void lead(@Nullable String who) {
        lead = who;
        kept();
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

    void action(ActionItem action) {
        actions.add(action);
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
        keep.accept(debrief());
    }
}
