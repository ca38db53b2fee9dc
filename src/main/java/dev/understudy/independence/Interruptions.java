package dev.understudy.independence;

import java.time.LocalDate;
import java.util.List;

/**
 * In how many incidents a week one responder was drawn in.
 *
 * @param median of all whole weeks of the history; 0 without any
 * @param latest the latest whole weeks, oldest first; at most 12
 * @param change median of the later half of these less that of the earlier half; 0 with fewer than two weeks
 */
public record Interruptions(String responder, double median, List<Week> latest, double change) {
    public Interruptions {
        latest = List.copyOf(latest);
    }

    /** One week, by its Monday (UTC). */
    public record Week(LocalDate monday, int incidents) {}
}
