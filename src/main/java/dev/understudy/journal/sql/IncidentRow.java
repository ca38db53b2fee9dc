package dev.understudy.journal.sql;

import dev.understudy.history.Incident;
import dev.understudy.history.Participation;
import dev.understudy.history.Participation.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An incident as the database holds it. Two with the same content are equal, whatever the order of their participations. */
record IncidentRow(
        String source,
        String id,
        String service,
        String incidentClass,
        String opened,
        @Nullable String acknowledged,
        @Nullable String resolved,
        int escalations,
        String participations) {
    private static final Comparator<Participation> IN_ORDER =
            Comparator.comparing(Participation::kind).thenComparing(Participation::responder);

    static IncidentRow of(Incident incident) {
        return new IncidentRow(
                incident.source(),
                incident.id(),
                incident.service(),
                incident.incidentClass(),
                Tables.SORTABLE.format(incident.opened()),
                text(incident.acknowledged()),
                text(incident.resolved()),
                incident.escalations(),
                incident.participations().stream()
                        .sorted(IN_ORDER)
                        .map(p -> p.kind().word() + ":" + p.responder())
                        .collect(Collectors.joining(" ")));
    }

    static IncidentRow of(ResultSet row) throws SQLException {
        return new IncidentRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getInt(8),
                row.getString(9));
    }

    Incident incident() {
        return new Incident(
                source,
                id,
                service,
                incidentClass,
                Instant.parse(opened),
                instant(acknowledged),
                instant(resolved),
                escalations,
                participations.isEmpty()
                        ? List.of()
                        : Stream.of(participations.split(" "))
                                .map(IncidentRow::participation)
                                .toList());
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : Tables.SORTABLE.format(at);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static Participation participation(String text) {
        int colon = text.indexOf(':');
        Kind kind = Kind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT));
        return new Participation(text.substring(colon + 1), kind);
    }
}
