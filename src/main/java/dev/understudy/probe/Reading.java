package dev.understudy.probe;

import java.time.Duration;

/**
 * What one probe saw at one time.
 *
 * @param probe the probe's name
 * @param quality good, bad or unknown
 * @param at when its answer was there, as an offset on the drill's monotonic clock; the truth it tells is no younger
 * @param error how much earlier the truth may have changed: the time since the reading before, or a watch's delay, and
 *     how long this reading took
 * @param detail what was seen, in words: {@code 503 instead of 200}
 */
public record Reading(String probe, Quality quality, Duration at, Duration error, String detail) {}
