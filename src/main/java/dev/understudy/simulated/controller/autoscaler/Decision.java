package dev.understudy.simulated.controller.autoscaler;

import dev.understudy.simulated.object.Condition;

/**
 * What an autoscaler does about a recommendation.
 *
 * @param replicas how many there will be
 * @param able the condition AbleToScale
 * @param limited the condition ScalingLimited
 */
record Decision(int replicas, Condition able, Condition limited) {}
