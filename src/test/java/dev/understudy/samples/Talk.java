package dev.understudy.samples;

import dev.understudy.debrief.ActionItem;
import dev.understudy.debrief.Answer;
import dev.understudy.debrief.Attribution;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.KnowledgeGap;
import dev.understudy.debrief.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invented debrief. */
final class Talk {
    private final String facilitator;
    private @Nullable String lead;
    private final List<Attribution> attributions = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<String> factors = new ArrayList<>();
    private final List<String> well = new ArrayList<>();
    private final List<String> badly = new ArrayList<>();
    private final List<String> lucky = new ArrayList<>();
    private final List<KnowledgeGap> gaps = new ArrayList<>();
    private final List<ActionItem> actions = new ArrayList<>();

    private Talk(String facilitator) {
        this.facilitator = facilitator;
    }

    static Talk by(String facilitator) {
        return new Talk(facilitator);
    }

    Talk lead(String who) {
        lead = who;
        return this;
    }

    Talk actor(String actor, String who) {
        attributions.add(new Attribution(actor, who));
        return this;
    }

    Talk part(String who, Part.Involved involved) {
        parts.add(new Part(who, involved));
        return this;
    }

    Talk answer(String question, String answer, @Nullable String who) {
        answers.add(new Answer(question, answer, who));
        return this;
    }

    Talk factor(String factor) {
        factors.add(factor);
        return this;
    }

    Talk well(String what) {
        well.add(what);
        return this;
    }

    Talk badly(String what) {
        badly.add(what);
        return this;
    }

    Talk lucky(String what) {
        lucky.add(what);
        return this;
    }

    Talk gap(String asked, @Nullable String knew, boolean onlyExcluded, @Nullable String owner) {
        gaps.add(new KnowledgeGap(asked, knew, onlyExcluded, "https://runbooks.shop.example/traps", owner));
        return this;
    }

    Talk action(String title, String owner, String due) {
        actions.add(new ActionItem(title, owner, LocalDate.parse(due), false, false, null, null));
        return this;
    }

    Talk done(String title, String owner, String due) {
        actions.add(new ActionItem(title, owner, LocalDate.parse(due), true, true, null, null));
        return this;
    }

    Talk blocking(String title, String owner, String due, String retest) {
        actions.add(new ActionItem(title, owner, LocalDate.parse(due), true, false, retest, null));
        return this;
    }

    /** Returns it; who took the page was there to be asked, and is confirmed. */
    Debrief said() {
        return new Debrief(
                facilitator, lead, true, attributions, parts, answers, factors, well, badly, lucky, gaps, actions);
    }
}
