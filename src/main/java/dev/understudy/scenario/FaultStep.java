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
 * @param repeat null when it goes in once
 * @param waitFor what it waits for besides its time; null when for nothing
 * @param type key of the kind of fault, such as {@code scale}
 * @param spec what the file says under that key
 */
public record FaultStep(
        String name,
        Duration at,
        @Nullable Duration lasts,
        @Nullable Repeat repeat,
        @Nullable WaitFor waitFor,
        String type,
        FaultSpec spec) {
    /** A fault that goes in once, at its time. */
    public FaultStep(String name, Duration at, @Nullable Duration lasts, String type, FaultSpec spec) {
        this(name, at, lasts, null, null, type, spec);
    }
}
