package dev.understudy.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One real incident, as another system recorded it.
 *
 * @param source system that it comes from; ids are unique in it
 * @param id there
 * @param service as the roster names it, or as the source does when the roster has no such service
 * @param incidentClass as the roster names it, or as the source does; empty when it says none
 * @param opened when it began
 * @param acknowledged when somebody took it; null when nobody did or the source does not say
 * @param resolved when it was over; null while it is not or when the source does not say
 * @param escalations how many times it went up a level; zero when the source does not say
 * @param participations who did what, without duplicates
 */
public record Incident(
        String source,
        String id,
        String service,
        String incidentClass,
        Instant opened,
        @Nullable Instant acknowledged,
        @Nullable Instant resolved,
        int escalations,
        List<Participation> participations) {
    public Incident {
        participations = participations.stream().distinct().toList();
    }
}
