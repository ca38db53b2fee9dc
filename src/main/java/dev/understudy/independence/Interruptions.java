package dev.understudy.independence;

import dev.understudy.history.HistoryTally;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * In how many incidents a week one responder was drawn in. The median is chosen over the mean because one bad week should
 * not speak for the rest, and weeks without any count as well.
 *
 * @param median of all whole weeks, from the first in which anybody was drawn in; 0 without any
 * @param latest the latest whole weeks, oldest first; at most {@value #LATEST}
 * @param change median of the later half of these less that of the earlier half; 0 with fewer than two weeks
 */
public record Interruptions(String responder, double median, List<Week> latest, double change) {
    /** How many weeks the trend looks at. */
    public static final int LATEST = 12;

    public Interruptions {
        latest = List.copyOf(latest);
    }

    /**
     * Counts a responder's weeks.
     *
     * @param moment as of when; the week it lies in is not whole yet
     */
    public static Interruptions of(String responder, HistoryTally history, Instant moment) {
        List<Week> weeks = weeks(history, history.interruptions().getOrDefault(responder, new TreeMap<>()), moment);
        List<Week> latest = weeks.subList(Math.max(0, weeks.size() - LATEST), weeks.size());
        int half = latest.size() / 2;
        double change = half == 0
                ? 0
                : median(latest.subList(latest.size() - half, latest.size())) - median(latest.subList(0, half));
        return new Interruptions(responder, median(weeks), latest, change);
    }

    private static List<Week> weeks(HistoryTally history, SortedMap<LocalDate, Integer> own, Instant moment) {
        Optional<LocalDate> first = history.interruptions().values().stream()
                .flatMap(weeks -> weeks.keySet().stream())
                .min(LocalDate::compareTo);
        Instant end = history.to().isBefore(moment) ? history.to() : moment;
        LocalDate over = LocalDate.ofInstant(end, ZoneOffset.UTC);
        return first.stream()
                .flatMap(monday -> monday.datesUntil(monday.isAfter(over) ? monday : over))
                .filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY)
                .filter(monday -> !monday.plusWeeks(1).isAfter(over))
                .map(monday -> new Week(monday, own.getOrDefault(monday, 0)))
                .toList();
    }

    private static double median(List<Week> weeks) {
        List<Integer> sorted = weeks.stream().map(Week::incidents).sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return 0;
        }
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }

    /** One week, by its Monday (UTC). */
    public record Week(LocalDate monday, int incidents) {}
}
