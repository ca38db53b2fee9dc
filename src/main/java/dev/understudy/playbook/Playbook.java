package dev.understudy.playbook;

import java.time.Instant;

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
        IndependenceCheck independenceCheck) {}
