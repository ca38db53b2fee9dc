package dev.understudy.independence;

import dev.understudy.wording.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The numbers of the verdict's rule; a team may set its own in its settings.
 *
 * @param success chance of success without the excluded that is asked for ({@code p0}); between 0 and 1, 0.7 by default
 * @param confidence how sure one has to be of it; from 0.5 up to but not 1, 0.95 by default
 * @param minimum fewest valid drills for {@code independent}; at least 1, 5 by default
 * @param doubt at or below this probability of success it may be {@code dependent}; less than {@code confidence}, 0.20 by
 *     default
 * @param minimumDependent fewest valid drills for {@code dependent} by that probability; 3 by default
 * @param leads distinct leads that are needed if people recovered any; 2 by default
 * @param fresh how long a pass of a required class counts as fresh; 180 days by default
 * @param window how far back drills count at all; 540 days by default
 * @param abortedShare more than this share of drills aborted leaves it {@code insufficient}; 1/3 by default
 * @param halfLife after which evidence shown beside the verdict weighs half; 180 days by default
 */
public record Thresholds(
        double success,
        double confidence,
        int minimum,
        double doubt,
        int minimumDependent,
        int leads,
        Duration fresh,
        Duration window,
        double abortedShare,
        Duration halfLife) {
    /** What holds where the settings say nothing. */
    public static final Thresholds DEFAULT = new Thresholds(
            0.7, 0.95, 5, 0.20, 3, 2, Duration.ofDays(180), Duration.ofDays(540), 1.0 / 3, Duration.ofDays(180));

    public Thresholds {
        require(success > 0 && success < 1, "success", success);
        require(confidence >= 0.5 && confidence < 1, "confidence", confidence);
        require(minimum >= 1, "minimum", minimum);
        require(doubt >= 0 && doubt < confidence, "doubt", doubt);
        require(minimumDependent >= 1, "minimumDependent", minimumDependent);
        require(leads >= 1, "leads", leads);
        require(fresh.isPositive(), "fresh", fresh);
        require(window.isPositive(), "window", window);
        require(abortedShare >= 0 && abortedShare <= 1, "abortedShare", abortedShare);
        require(halfLife.isPositive(), "halfLife", halfLife);
    }

    /** Returns what is not as usual: {@code minimum 3 instead of 5}; empty for the rule as it comes. */
    public List<String> departures() {
        Thresholds usual = DEFAULT;
        return Stream.of(
                        departure("success", Words.figure(success), Words.figure(usual.success)),
                        departure("confidence", Words.figure(confidence), Words.figure(usual.confidence)),
                        departure("minimum", minimum, usual.minimum),
                        departure("doubt", Words.figure(doubt), Words.figure(usual.doubt)),
                        departure("minimumDependent", minimumDependent, usual.minimumDependent),
                        departure("leads", leads, usual.leads),
                        departure("fresh", Wording.days(fresh), Wording.days(usual.fresh)),
                        departure("window", Wording.days(window), Wording.days(usual.window)),
                        departure("abortedShare", Words.figure(abortedShare), Words.figure(usual.abortedShare)),
                        departure("halfLife", Wording.days(halfLife), Wording.days(usual.halfLife)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> departure(String name, Object is, Object usual) {
        return is.equals(usual) ? Optional.empty() : Optional.of(name + " " + is + " instead of " + usual);
    }

    private static void require(boolean holds, String name, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(name + " cannot be " + value);
        }
    }
}
