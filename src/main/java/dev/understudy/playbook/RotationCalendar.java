package dev.understudy.playbook;

import dev.understudy.playbook.RotationPlan.Blocked;
import dev.understudy.roster.Responder;
import dev.understudy.roster.Roster;
import dev.understudy.schedule.Blackout;
import dev.understudy.schedule.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The days of a plan on which drills can be held: in each week the first of the preferred days that no blackout meets.
 *
 * @param from Monday after the day of the moment
 * @param days in order
 * @param blocked preferred days on which a blackout meets the window of a drill, in order
 */
record RotationCalendar(LocalDate from, RotationTerms terms, List<LocalDate> days, List<Blocked> blocked) {
    static RotationCalendar of(Roster roster, LocalDate today, RotationTerms terms) {
        LocalDate from = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        List<LocalDate> days = new ArrayList<>();
        List<Blocked> blocked = new ArrayList<>();
        for (int week = 0; week < terms.weeks(); week++) {
            LocalDate monday = from.plusWeeks(week);
            int room = terms.perWeek();
            for (DayOfWeek preferred : terms.days().stream().distinct().toList()) {
                LocalDate day = monday.with(TemporalAdjusters.nextOrSame(preferred));
                Optional<String> met = room == 0 ? Optional.empty() : meeting(roster, window(day, terms));
                met.ifPresent(name -> blocked.add(new Blocked(day, name)));
                if (room > 0 && met.isEmpty()) {
                    days.add(day);
                    room--;
                }
            }
        }
        days.sort(Comparator.naturalOrder());
        blocked.sort(Comparator.comparing(Blocked::day));
        return new RotationCalendar(from, terms, List.copyOf(days), List.copyOf(blocked));
    }

    private static Optional<String> meeting(Roster roster, Window window) {
        return roster.blackouts().stream()
                .filter(blackout -> blackout.meeting(window).isPresent())
                .map(Blackout::name)
                .findFirst();
    }

    private static Window window(LocalDate day, RotationTerms terms) {
        Instant begin = day.atTime(terms.begin()).atZone(terms.zone()).toInstant();
        return new Window(begin, begin.plus(terms.length()));
    }

    /** Returns the window of a drill on one of the days. */
    Window window(LocalDate day) {
        return window(day, terms);
    }

    /** Returns the last day of the plan, a Sunday. */
    LocalDate to() {
        return from.plusWeeks(terms.weeks()).minusDays(1);
    }

    /** Returns the week of a day, from 0; negative before the plan. */
    int week(LocalDate day) {
        return Math.toIntExact(Math.floorDiv(day.toEpochDay() - from.toEpochDay(), 7L));
    }

    /** Tells whether somebody is neither away nor on call on a day. */
    static boolean free(Responder responder, LocalDate day) {
        return Stream.concat(responder.away().stream(), responder.onCall().stream())
                .noneMatch(days -> days.hold(day));
    }
}
