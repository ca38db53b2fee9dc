package dev.understudy.report.artifact;

import dev.understudy.independence.Estimate;
import dev.understudy.independence.Judgement;
import dev.understudy.independence.Verdict;
import dev.understudy.report.picture.Mood;
import dev.understudy.wording.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How figures and days read on the pages. */
final class Figures {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private Figures() {}

    /** Returns a figure to four digits, or a dash. */
    static String four(@Nullable Double value) {
        return value == null ? "–" : Words.figure(value);
    }

    /** Returns {@code 0.7414 to 1.0000}. */
    static String between(double low, double high) {
        return four(low) + " to " + four(high);
    }

    /** Returns the interval of an estimate; a dash where no drill says anything. */
    static String interval(Estimate estimate) {
        return estimate.drills() == 0 ? "–" : between(estimate.low(), estimate.high());
    }

    /** Returns how sure one may be; a dash where no drill says anything. */
    static String atLeast(Estimate estimate) {
        return estimate.drills() == 0 ? "–" : four(estimate.atLeast());
    }

    /** Returns {@code 22 Nov 2026}, by UTC. */
    static String day(Instant at) {
        return DAY.format(at.atOffset(ZoneOffset.UTC));
    }

    /** Returns {@code 22 Nov 2026}. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Returns whom a judgement is about: {@code ana}, or {@code ana and bo together}. */
    static String who(Judgement j) {
        return j.excluded().size() > 1 ? j.who() + " together" : j.who();
    }

    /** Returns the names with commas; a dash for none. */
    static String names(List<String> names) {
        return names.isEmpty() ? "–" : String.join(", ", names);
    }

    /** Returns the text with a capital at its beginning. */
    static String sentence(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                        + text.substring(text.offsetByCodePoints(0, 1));
    }

    static Mood mood(Verdict verdict) {
        return switch (verdict) {
            case INDEPENDENT -> Mood.GOOD;
            case DEPENDENT -> Mood.BAD;
            case INSUFFICIENT -> Mood.OPEN;
        };
    }
}
