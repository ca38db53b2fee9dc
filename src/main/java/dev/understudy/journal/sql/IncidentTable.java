package dev.understudy.journal.sql;

import dev.understudy.history.Incident;
import dev.understudy.history.Participation;
import dev.understudy.history.Participation.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The statements about incidents, in SQL that every database understands. */
final class IncidentTable {
    /** Values that one statement may be given. */
    private static final int AT_ONCE = 500;

    private static final String COLUMNS =
            "source, id, service, class, opened_at, acknowledged_at, resolved_at," + " escalations, participations";

    private static final Comparator<Participation> IN_ORDER =
            Comparator.comparing(Participation::kind).thenComparing(Participation::responder);

    private final Handle handle;

    IncidentTable(Handle handle) {
        this.handle = handle;
    }

    /** What is unique about an incident. */
    record Key(String source, String id) {
        static Key of(Incident incident) {
            return new Key(incident.source(), incident.id());
        }
    }

    /** Returns the incident as it will be read again: its participations in one order. */
    static Incident asStored(Incident incident) {
        return new Incident(
                incident.source(),
                incident.id(),
                incident.service(),
                incident.incidentClass(),
                incident.opened(),
                incident.acknowledged(),
                incident.resolved(),
                incident.escalations(),
                incident.participations().stream().sorted(IN_ORDER).toList());
    }

    /** Inserts those that are new; tells of each whether it was. */
    boolean[] insert(List<Incident> incidents) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO incident (" + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source, id) DO NOTHING");
        for (Incident incident : incidents) {
            batch.bind(0, incident.source())
                    .bind(1, incident.id())
                    .bind(2, incident.service())
                    .bind(3, incident.incidentClass())
                    .bind(4, Tables.SORTABLE.format(incident.opened()))
                    .bind(5, text(incident.acknowledged()))
                    .bind(6, text(incident.resolved()))
                    .bind(7, incident.escalations())
                    .bind(8, text(incident.participations()))
                    .add();
        }
        int[] counts = batch.execute();
        boolean[] isNew = new boolean[counts.length];
        for (int i = 0; i < counts.length; i++) {
            isNew[i] = counts[i] == 1;
        }
        return isNew;
    }

    /** Returns what is there under the keys of these. */
    Map<Key, Incident> find(List<Incident> incidents) {
        Map<Key, Incident> found = new HashMap<>();
        Map<String, List<Incident>> bySource = incidents.stream().collect(Collectors.groupingBy(Incident::source));
        bySource.forEach((source, some) -> {
            List<String> ids = some.stream().map(Incident::id).distinct().toList();
            for (int from = 0; from < ids.size(); from += AT_ONCE) {
                handle.createQuery("SELECT " + COLUMNS + " FROM incident WHERE source = :source AND id IN (<ids>)")
                        .bind("source", source)
                        .bindList("ids", ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                        .map((row, _) -> incident(row))
                        .forEach(incident -> found.put(Key.of(incident), incident));
            }
        });
        return found;
    }

    /** Returns the first that opened in a time, in the order of time, source and id. */
    List<Incident> first(Instant from, Instant to, int limit) {
        return list(
                handle.createQuery("SELECT " + COLUMNS + " FROM incident WHERE opened_at >= :from AND opened_at < :to"
                                + " ORDER BY opened_at, source, id LIMIT :limit")
                        .bind("from", bound(from))
                        .bind("to", bound(to))
                        .bind("limit", limit));
    }

    /** Returns the next in that order. */
    List<Incident> after(Incident last, Instant to, int limit) {
        return list(handle.createQuery("SELECT " + COLUMNS + " FROM incident"
                        + " WHERE (opened_at, source, id) > (:opened, :source, :id) AND opened_at < :to"
                        + " ORDER BY opened_at, source, id LIMIT :limit")
                .bind("opened", Tables.SORTABLE.format(last.opened()))
                .bind("source", last.source())
                .bind("id", last.id())
                .bind("to", bound(to))
                .bind("limit", limit));
    }

    long count() {
        return handle.createQuery("SELECT COUNT(*) FROM incident")
                .mapTo(Long.class)
                .one();
    }

    private static List<Incident> list(Query query) {
        return query.map((row, _) -> incident(row)).list();
    }

    /** Years of more than four digits have a sign, and would not sort. */
    private static String bound(Instant at) {
        Instant first = Instant.parse("0000-01-01T00:00:00Z");
        Instant last = Instant.parse("9999-12-31T23:59:59.999999999Z");
        return Tables.SORTABLE.format(at.isBefore(first) ? first : at.isAfter(last) ? last : at);
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : Tables.SORTABLE.format(at);
    }

    private static String text(List<Participation> participations) {
        return participations.stream()
                .map(p -> p.kind().word() + ":" + p.responder())
                .collect(Collectors.joining(" "));
    }

    private static Incident incident(ResultSet row) throws SQLException {
        String parts = row.getString("participations");
        return new Incident(
                row.getString("source"),
                row.getString("id"),
                row.getString("service"),
                row.getString("class"),
                Instant.parse(row.getString("opened_at")),
                instant(row.getString("acknowledged_at")),
                instant(row.getString("resolved_at")),
                row.getInt("escalations"),
                parts.isEmpty()
                        ? List.of()
                        : Stream.of(parts.split(" "))
                                .map(IncidentTable::participation)
                                .toList());
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
