package dev.understudy.guard;

import dev.understudy.fault.FaultPlan;
import dev.understudy.scenario.FaultStep;

/** A step of the scenario and what its planner made of it. */
public record PlannedFault(FaultStep step, FaultPlan plan) {}
