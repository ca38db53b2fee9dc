package dev.understudy.scenario;

import dev.understudy.probe.Quality;

/**
 * What a fault waits for besides its time: a probe that reads so. In YAML {@code waitFor: {bad: checkout answers}}.
 *
 * @param probe name of a probe of steady state or of a guardrail
 */
public record WaitFor(String probe, Quality quality) {}
