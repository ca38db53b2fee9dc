package dev.understudy.simulated.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One series over time. It is kept as a line that bends only where something changed, and is read as if it had been
 * scraped every second: nothing has to be counted while nothing happens. Safe to use from several threads.
 */
public final class Series {
    /** How often it is as if the series was scraped. */
    public static final Duration SCRAPE = Duration.ofSeconds(1);

    private static final int MOST_BENDS = 5_000;
    private static final int MOST_SAMPLES = 100_000;

    /**
     * One sample.
     *
     * @param at time in seconds since the epoch
     */
    public record Sample(double at, double value) {}

    /** From {@code at} on, the value grows by {@code slope} per second. */
    private record Bend(Instant at, double value, double slope) {
        double valueAt(Instant time) {
            return slope == 0
                    ? value
                    : value + slope * Duration.between(at, time).toNanos() / 1e9;
        }
    }

    private final Labels labels;
    private final List<Bend> bends = new ArrayList<>();
    private @Nullable Instant end;

    Series(Labels labels) {
        this.labels = labels;
    }

    public Labels labels() {
        return labels;
    }

    /** Sets a gauge. */
    synchronized void set(Instant at, double value) {
        if (bends.isEmpty() || end != null || bends.getLast().value() != value) {
            bend(new Bend(at, value, 0));
        }
    }

    /** Lets a counter grow at another rate from now on; a new one begins at 0. */
    synchronized void grow(Instant at, double perSecond) {
        if (bends.isEmpty()) {
            bend(new Bend(at, 0, perSecond));
        } else if (end != null || bends.getLast().slope() != perSecond) {
            bend(new Bend(at, bends.getLast().valueAt(end == null ? at : end), perSecond));
        }
    }

    private void bend(Bend bend) {
        end = null;
        if (!bends.isEmpty() && !bends.getLast().at().isBefore(bend.at())) {
            bends.removeLast();
        }
        bends.add(bend);
        if (bends.size() > MOST_BENDS) {
            bends.subList(0, MOST_BENDS / 2).clear();
        }
    }

    /** Ends the series: what it measures is gone. */
    synchronized void end(Instant at) {
        if (end == null) {
            end = at;
        }
    }

    synchronized boolean endedBefore(Instant time) {
        return end != null && end.isBefore(time);
    }

    /** Returns the value at a time; empty before the series began and after it ended. */
    public synchronized OptionalDouble at(Instant time) {
        if (end != null && !time.isBefore(end)) {
            return OptionalDouble.empty();
        }
        int bend = bendAt(time);
        return bend < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(bends.get(bend).valueAt(time));
    }

    /**
     * Returns what was scraped after {@code from} until {@code to}; of more than a day only as if scraped more seldom.
     */
    public synchronized List<Sample> between(Instant from, Instant to) {
        List<Sample> samples = new ArrayList<>();
        if (bends.isEmpty()) {
            return samples;
        }
        // nothing can be found before the series began, however long the range is
        Instant first = bends.getFirst().at().minus(SCRAPE);
        Instant begin = first.isAfter(from) ? first : from;
        Instant last = end != null && end.isBefore(to) ? end : to;
        long seconds = Math.max(0, Duration.between(begin, last).toSeconds());
        Duration step = SCRAPE.multipliedBy(1 + seconds / MOST_SAMPLES);
        Instant time = Instant.ofEpochSecond(begin.getEpochSecond()).plus(SCRAPE);
        while (!time.isAfter(last)) {
            Instant scraped = time;
            at(scraped).ifPresent(value -> samples.add(new Sample(scraped.getEpochSecond(), value)));
            time = time.plus(step);
        }
        return samples;
    }

    private int bendAt(Instant time) {
        int low = 0;
        int high = bends.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (bends.get(middle).at().isAfter(time)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low - 1;
    }
}
