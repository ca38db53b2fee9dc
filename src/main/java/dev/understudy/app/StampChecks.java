package dev.understudy.app;

import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Stamp;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the times of a drill from elsewhere can be. */
final class StampChecks {
    /** Clocks of machines differ, and are set right in the middle of a drill. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    /** What several threads have stamped is written one after the other. */
    private static final Duration TURN = Duration.ofSeconds(1);

    private static final Duration LONGEST = Duration.ofDays(30);

    private StampChecks() {}

    /** Throws the first thing that cannot be. */
    static void check(List<Entry> entries, Instant now) throws Objection {
        Stamp opened = entries.getFirst().stamp();
        Stamp before = opened;
        boolean over = false;
        for (Entry entry : entries) {
            Stamp stamp = entry.stamp();
            String which = "entry " + entry.number();
            if (latest(opened, stamp).isAfter(now.plus(SLACK))) {
                throw new Objection(which + " is stamped later than now");
            }
            if (stamp.offset().compareTo(before.offset().minus(TURN)) < 0
                    || stamp.at().isBefore(before.at().minus(SLACK))) {
                throw new Objection(which + " is stamped before the one in front of it");
            }
            duration(which, over ? Duration.ZERO : stamp.offset());
            durations(which, entry.event());
            before = stamp;
            // people talk about it later, and may take their time
            over |= entry.event() instanceof DrillEvent.Closed || entry.event() instanceof DrillEvent.Refused;
        }
    }

    private static Instant latest(Stamp opened, Stamp stamp) {
        Instant counted = opened.at().plus(stamp.offset());
        return counted.isAfter(stamp.at()) ? counted : stamp.at();
    }

    private static void durations(String which, @Nullable Object value) throws Objection {
        switch (value) {
            case Duration duration -> duration(which, duration);
            case Record parts -> {
                for (RecordComponent component : parts.getClass().getRecordComponents()) {
                    durations(which, part(component, parts));
                }
            }
            case Collection<?> all -> {
                for (Object each : all) {
                    durations(which, each);
                }
            }
            case Map<?, ?> all -> durations(which, all.values());
            case null, default -> {}
        }
    }

    private static @Nullable Object part(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void duration(String which, Duration duration) throws Objection {
        if (duration.isNegative()) {
            throw new Objection(which + " tells a time that is less than none: " + duration);
        }
        if (duration.compareTo(LONGEST) > 0) {
            throw new Objection(which + " tells a time of more than " + LONGEST.toDays() + " days: " + duration);
        }
    }
}
