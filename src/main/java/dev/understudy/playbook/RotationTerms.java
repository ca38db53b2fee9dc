package dev.understudy.playbook;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * What a rotation plan keeps to.
 *
 * @param weeks how many the plan covers; at least 1, 13 by default: a quarter
 * @param perWeek most drills in one week, on different days; at least 1, 2 by default
 * @param perService most drills of one service in the whole plan, never two in one week; at least 1, 4 by default
 * @param days days of the week on which drills are held, the preferred first; without any, none is; Tuesday, Thursday, Wednesday by default
 * @param begin when a drill begins, by the clocks of the zone; 13:00 by default
 * @param zone whose clocks are meant; UTC by default
 * @param length how long its window lasts, briefing and debrief included; more than zero, 2 hours by default
 * @param rest weeks from one lead of a person to the next; at least 1, 2 by default
 * @param qualified how many people per service should have led without the hero; 2 by default
 */
public record RotationTerms(
        int weeks,
        int perWeek,
        int perService,
        List<DayOfWeek> days,
        LocalTime begin,
        ZoneId zone,
        Duration length,
        int rest,
        int qualified) {
    /** What holds where nobody says otherwise. */
    public static final RotationTerms DEFAULT = new RotationTerms(
            13,
            2,
            4,
            List.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.WEDNESDAY),
            LocalTime.of(13, 0),
            ZoneId.of("UTC"),
            Duration.ofHours(2),
            2,
            2);

    public RotationTerms {
        days = List.copyOf(days);
        if (weeks < 1 || perWeek < 1 || perService < 1 || rest < 1 || qualified < 0) {
            throw new IllegalArgumentException("a rotation needs weeks, drills and a rest");
        }
    }
}
