package dev.understudy.scenario.language;

import dev.understudy.roster.Roster;
import dev.understudy.scenario.Scenario;

/** A scenario together with the roster that every name in it was found in. */
public record Cast(Scenario scenario, Roster roster) {}
