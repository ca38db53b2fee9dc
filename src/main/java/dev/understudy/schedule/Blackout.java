package dev.understudy.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A time in which no drill may run: a sale, a weekend, a freeze. */
public sealed interface Blackout {
    /** Returns what it is called, unique in its roster. */
    String name();

    /**
     * Returns the first of its windows that has a moment in common with another one.
     *
     * @param wanted when a drill would run
     */
    Optional<Window> meeting(Window wanted);

    /**
     * One that comes once.
     *
     * @param from its first moment
     * @param to the first moment after it; one that is not later than {@code from} never comes
     */
    record Once(String name, Instant from, Instant to) implements Blackout {
        @Override
        public Optional<Window> meeting(Window wanted) {
            return Window.between(from, to).filter(wanted::meets);
        }
    }

    /**
     * One that comes every week, by the clocks of one place. Where clocks are put forward over its beginning or end, it
     * begins or ends with the jump; where they are put back over them, it begins with the first and ends with the last
     * of the two.
     *
     * @param days on which it begins; without one it never comes
     * @param from when on those days
     * @param to when it ends: on the same day, or on the next when that is not later than {@code from}
     */
    record Weekly(String name, Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) implements Blackout {
        public Weekly {
            Set<DayOfWeek> ordered = EnumSet.noneOf(DayOfWeek.class);
            ordered.addAll(days);
            days = Collections.unmodifiableSet(ordered);
        }

        @Override
        public Optional<Window> meeting(Window wanted) {
            LocalDate last = wanted.to().atZone(zone).toLocalDate();
            // one that began yesterday may last into today; after a week the days repeat
            LocalDate first = wanted.from().atZone(zone).toLocalDate().minusDays(1);
            return first.datesUntil(last.plusDays(1))
                    .filter(day -> days.contains(day.getDayOfWeek()))
                    .flatMap(day -> on(day).stream())
                    .filter(wanted::meets)
                    .findFirst();
        }

        /** Empty where a jump of the clocks leaves nothing of it. */
        private Optional<Window> on(LocalDate day) {
            Instant begin = moment(day.atTime(from), false);
            Instant end = moment((to.isAfter(from) ? day : day.plusDays(1)).atTime(to), true);
            return Window.between(begin, end);
        }

        private Instant moment(LocalDateTime local, boolean last) {
            ZoneOffsetTransition jump = zone.getRules().getTransition(local);
            if (jump != null && jump.isGap()) {
                return jump.getInstant();
            }
            ZonedDateTime at = local.atZone(zone);
            return (last ? at.withLaterOffsetAtOverlap() : at.withEarlierOffsetAtOverlap()).toInstant();
        }
    }
}
