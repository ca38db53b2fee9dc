package dev.understudy.debrief.file;

import dev.understudy.debrief.ActionItem;
import dev.understudy.debrief.Answer;
import dev.understudy.debrief.KnowledgeGap;
import dev.understudy.debrief.SystemCondition;
import dev.understudy.scenario.form.Field;
import dev.understudy.scenario.form.Form;
import dev.understudy.scenario.form.Leaves;
import dev.understudy.scenario.form.ListForm;
import dev.understudy.scenario.form.ObjectForm;
import dev.understudy.scenario.form.Texts;
import dev.understudy.scenario.form.Times;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people learned from a drill. */
final class LearningForms {
    private static final Field<String> QUESTION =
            Field.required("question", Texts.text(), "as the scenario asks it, or another");
    private static final Field<@Nullable String> ANSWER =
            Field.optional("answer", Texts.text(), "what was said; a question without one is left out");
    private static final Field<@Nullable String> BY =
            Field.optional("by", Texts.name(), "who said it; the team when not given");
    static final Field<List<Answer>> ANSWERS = Field.orEmpty(
            "answers",
            ListForm.of(ObjectForm.of(
                    v -> new Answer(v.get(QUESTION), orEmpty(v.get(ANSWER)), v.get(BY)), QUESTION, ANSWER, BY)),
            "answers to the scenario's questions and others");

    static final Field<List<String>> FACTORS = sentences("factors", "what contributed; none of them a person");
    static final Field<List<String>> WENT_WELL = sentences("wentWell", "what went well");
    static final Field<List<String>> WENT_BADLY = sentences("wentBadly", "what did not");
    static final Field<List<String>> LUCKY = sentences("lucky", "where it was luck");

    private static final Field<String> ASKED =
            Field.required("asked", Texts.text(), "the question that somebody had to ask");
    private static final Field<@Nullable String> ANSWERED_BY =
            Field.optional("answeredBy", Texts.name(), "who knew; nobody when not given");
    private static final Field<Boolean> ONLY_EXCLUDED =
            Field.byDefault("onlyExcluded", Leaves.truth(), "false", "whether only an excluded responder knew");
    private static final Field<@Nullable String> RUNBOOK =
            Field.optional("runbook", Texts.text(), "where the answer will be written down, or is by now");
    private static final Field<@Nullable String> WRITER =
            Field.optional("owner", Texts.name(), "who writes it down; open when not given");
    private static final Form<KnowledgeGap> GAP = ObjectForm.of(
            v -> new KnowledgeGap(
                    v.get(ASKED), v.get(ANSWERED_BY), v.get(ONLY_EXCLUDED), v.get(RUNBOOK), v.get(WRITER)),
            ASKED,
            ANSWERED_BY,
            ONLY_EXCLUDED,
            RUNBOOK,
            WRITER);
    static final Field<List<KnowledgeGap>> GAPS =
            Field.orEmpty("gaps", ListForm.of(GAP), "what somebody had to ask during the drill");

    private static final Field<String> TITLE = Field.required("title", Texts.text(), "what will be done");
    private static final Field<String> OWNER = Field.required("owner", Texts.name(), "who sees to it");
    private static final Field<LocalDate> DUE = Field.required("due", Times.date(), "by when");
    private static final Field<Boolean> BLOCKING = Field.byDefault(
            "blocking", Leaves.truth(), "false", "whether the service cannot count as independent before it is done");
    private static final Field<Boolean> DONE = Field.byDefault("done", Leaves.truth(), "false", "whether it is done");
    private static final Field<@Nullable String> RETEST = Field.optional(
            "retest", Texts.name(), "scenario whose drill will show that it helped; this drill's own when not given");
    private static final Field<@Nullable SystemCondition> CONDITION = Field.optional(
            "condition",
            Leaves.word(SystemCondition.class, SystemCondition::word),
            "what it will mend, of what the drill showed; guessed from the title when not given");
    private static final Form<ActionItem> ACTION = ObjectForm.of(
            v -> new ActionItem(
                    v.get(TITLE),
                    v.get(OWNER),
                    v.get(DUE),
                    v.get(BLOCKING),
                    v.get(DONE),
                    v.get(RETEST),
                    v.get(CONDITION)),
            TITLE,
            OWNER,
            DUE,
            BLOCKING,
            DONE,
            RETEST,
            CONDITION);
    static final Field<List<ActionItem>> ACTIONS =
            Field.orEmpty("actions", ListForm.of(ACTION), "what will be done about it");

    private LearningForms() {}

    private static Field<List<String>> sentences(String key, String says) {
        return Field.orEmpty(key, ListForm.of(Texts.text()), says);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
