package dev.understudy.scenario;

import dev.understudy.fault.FaultSpec;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One fault of a scenario.
 *
 * @param name unique in the scenario
 * @param at when, counted from the first injection; zero when not given
 * @param lasts in YAML {@code for}: undone by us after that time; null to leave it until recovery or the deadline
 * @param type key of the kind of fault, such as {@code scale}
 * @param spec what the file says under that key
 */
public record FaultStep(String name, Duration at, @Nullable Duration lasts, String type, FaultSpec spec) {}
