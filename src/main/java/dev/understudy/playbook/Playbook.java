package dev.understudy.playbook;

import dev.understudy.independence.Assessment;
import dev.understudy.independence.Question;
import java.time.Instant;
import java.util.List;

/**
 * The six artifacts of one moment. They are computed and never stored: the same evidence at the same moment gives the
 * same playbook, in the same order.
 *
 * <p>Services and capabilities are judged. Where people are listed they are listed by name, never by a measure.
 *
 * @param at moment for which everything was computed
 */
public record Playbook(
        Instant at,
        HeroMap heroMap,
        TransferPlan transferPlan,
        RotationPlan rotationPlan,
        KnowledgePack knowledgePack,
        ImprovementPlan improvementPlan,
        IndependenceCheck independenceCheck) {
    /**
     * Computes the playbook.
     *
     * @param question what the assessment was made from; drills after its moment, before its {@code since}, and
     *     rehearsals that it does not ask for are left out here too
     * @param assessment the answer to that question
     * @param library scenarios that could be run, in any order
     * @param terms what the rotation keeps to
     */
    public static Playbook of(
            Question question, Assessment assessment, List<LibraryScenario> library, RotationTerms terms) {
        Groundwork ground = new Groundwork(question, assessment, library);
        RotationPlan rotation = new Rotation(ground, terms).plan();
        return new Playbook(
                question.moment(),
                new Dependencies(ground).map(),
                new Transfer(ground).plan().with(rotation),
                rotation,
                new Topics(ground).pack(),
                new ImprovementPlan(new Conditions(ground).found(), new FollowUps(ground).all()),
                new IndependenceCheck(assessment, new Hesitations(ground).found()));
    }
}
