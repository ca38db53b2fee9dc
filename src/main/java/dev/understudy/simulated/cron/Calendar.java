package dev.understudy.simulated.cron;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/**
 * Minutes of the calendar. A day matches by its number or its weekday when both are given, else by the one that is. A
 * time that a change of clocks leaves out is left out; one that comes twice counts twice where the hour is open.
 */
record Calendar(CronField minute, CronField hour, CronField day, CronField month, CronField weekday, ZoneId zone)
        implements CronSchedule {
    private static final int YEARS_AHEAD = 5;

    static Calendar parse(String text, ZoneId zone) {
        if (text.isEmpty()) {
            throw new BadSchedule("empty spec string");
        }
        String[] fields = text.strip().split("\\s+");
        if (fields.length != 5) {
            throw new BadSchedule("expected exactly 5 fields, found " + fields.length + ": "
                    + Arrays.toString(fields).replace(",", ""));
        }
        return new Calendar(
                CronField.read(CronField.Kind.MINUTE, fields[0]),
                CronField.read(CronField.Kind.HOUR, fields[1]),
                CronField.read(CronField.Kind.DAY, fields[2]),
                CronField.read(CronField.Kind.MONTH, fields[3]),
                CronField.read(CronField.Kind.WEEKDAY, fields[4]),
                zone);
    }

    @Override
    public Optional<Instant> next(Instant time) {
        ZonedDateTime at = time.atZone(zone).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        int last = at.getYear() + YEARS_AHEAD;
        while (at.getYear() <= last) {
            if (!month.allows(at.getMonthValue())) {
                at = at.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS).plusMonths(1);
            } else if (!matchesDay(at)) {
                at = at.truncatedTo(ChronoUnit.DAYS).plusDays(1);
            } else if (!hour.allows(at.getHour())) {
                at = at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            } else if (!minute.allows(at.getMinute())) {
                at = at.plusMinutes(1);
            } else {
                return Optional.of(at.toInstant());
            }
        }
        return Optional.empty();
    }

    private boolean matchesDay(ZonedDateTime at) {
        boolean byNumber = day.allows(at.getDayOfMonth());
        boolean byWeekday = weekday.allows(at.getDayOfWeek().getValue() % 7);
        return day.any() || weekday.any() ? byNumber && byWeekday : byNumber || byWeekday;
    }
}
