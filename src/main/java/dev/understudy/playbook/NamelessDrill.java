package dev.understudy.playbook;

import dev.understudy.debrief.ActionItem;
import dev.understudy.debrief.Answer;
import dev.understudy.debrief.Attribution;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.KnowledgeGap;
import dev.understudy.debrief.Part;
import dev.understudy.drill.Evidence;
import dev.understudy.independence.DrillResult;
import dev.understudy.independence.DrillResult.Before;
import dev.understudy.independence.DrillResult.Signs;
import java.util.List;

/** What a drill says, about people without names. */
record NamelessDrill(Pseudonyms names) {
    /**
     * @param id says nothing of the scenario, whose name may hold that of a person
     */
    DrillResult of(DrillResult drill, String id) {
        return new DrillResult(
                id,
                names.text(drill.scenario()),
                names.text(drill.title()),
                drill.service(),
                drill.incidentClass(),
                names.text(drill.cluster()),
                names.text(drill.target()),
                drill.opened(),
                names.names(drill.excluded()),
                drill.hero(),
                drill.outcome(),
                new Evidence(
                        drill.evidence().worth(), names.text(drill.evidence().because())),
                Pseudonyms.maybe(drill.lead(), names::name),
                names.names(drill.acted()),
                names.names(drill.rescuers()),
                drill.detect(),
                drill.acknowledge(),
                drill.recover(),
                drill.horizon(),
                drill.timedOut(),
                drill.objectives(),
                drill.firstAction(),
                signs(drill.signs()),
                Pseudonyms.maybe(drill.runbook(), names::text),
                drill.debrief() == null ? null : debrief(drill.debrief()),
                Pseudonyms.maybe(drill.before(), said -> new Before(said.until(), of(said.said(), id))));
    }

    private Signs signs(Signs signs) {
        return new Signs(
                signs.alerted(),
                signs.reported(),
                signs.detectedLate(),
                signs.acknowledgedLate(),
                signs.recoveredLate(),
                signs.byHand(),
                signs.hints(),
                texts(signs.diverged()),
                signs.reassigned());
    }

    private List<String> texts(List<String> texts) {
        return texts.stream().map(names::text).toList();
    }

    private Debrief debrief(Debrief said) {
        return new Debrief(
                names.name(said.facilitator()),
                Pseudonyms.maybe(said.lead(), names::name),
                said.confirmed(),
                said.attributions().stream()
                        .map(a -> new Attribution(names.text(a.actor()), names.name(a.responder()), a.kind()))
                        .toList(),
                said.parts().stream()
                        .map(p -> new Part(names.name(p.responder()), p.involved()))
                        .toList(),
                said.answers().stream().map(this::answer).toList(),
                texts(said.factors()),
                texts(said.wentWell()),
                texts(said.wentBadly()),
                texts(said.lucky()),
                said.gaps().stream().map(this::gap).toList(),
                said.actions().stream().map(this::action).toList());
    }

    private Answer answer(Answer said) {
        return new Answer(
                names.text(said.question()), names.text(said.answer()), Pseudonyms.maybe(said.by(), names::name));
    }

    private KnowledgeGap gap(KnowledgeGap gap) {
        return new KnowledgeGap(
                names.text(gap.asked()),
                Pseudonyms.maybe(gap.answeredBy(), names::name),
                gap.onlyExcluded(),
                Pseudonyms.maybe(gap.runbook(), names::text),
                Pseudonyms.maybe(gap.owner(), names::name));
    }

    private ActionItem action(ActionItem action) {
        return new ActionItem(
                names.text(action.title()),
                names.name(action.owner()),
                action.due(),
                action.blocking(),
                action.done(),
                Pseudonyms.maybe(action.retest(), names::text),
                action.condition());
    }
}
