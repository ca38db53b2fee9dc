package dev.understudy.journal.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The statements about incidents, in SQL that every database understands. */
final class IncidentTable {
    /** Values that one statement may be given. */
    private static final int AT_ONCE = 500;

    /** In the order of {@link IncidentRow}. */
    private static final String COLUMNS =
            "source, id, service, class, opened_at, acknowledged_at, resolved_at," + " escalations, participations";

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private final Handle handle;

    IncidentTable(Handle handle) {
        this.handle = handle;
    }

    /** Inserts those that are new; tells of each whether it was. Plain JDBC: there may be millions. */
    boolean[] insert(List<IncidentRow> rows) throws SQLException {
        try (PreparedStatement statement = handle.getConnection()
                .prepareStatement("INSERT INTO incident (" + COLUMNS
                        + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source, id) DO NOTHING")) {
            for (IncidentRow row : rows) {
                statement.setString(1, row.source());
                statement.setString(2, row.id());
                statement.setString(3, row.service());
                statement.setString(4, row.incidentClass());
                statement.setString(5, row.opened());
                statement.setString(6, row.acknowledged());
                statement.setString(7, row.resolved());
                statement.setInt(8, row.escalations());
                statement.setString(9, row.participations());
                statement.addBatch();
            }
            int[] counts = statement.executeBatch();
            boolean[] isNew = new boolean[counts.length];
            for (int i = 0; i < counts.length; i++) {
                isNew[i] = counts[i] == 1;
            }
            return isNew;
        }
    }

    /** Returns what a source has under these ids. */
    Set<IncidentRow> find(String source, List<String> ids) {
        Set<IncidentRow> found = new HashSet<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            found.addAll(handle.createQuery(
                            "SELECT " + COLUMNS + " FROM incident WHERE source = :source AND id IN (<ids>)")
                    .bind("source", source)
                    .bindList("ids", ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .map((row, _) -> IncidentRow.of(row))
                    .list());
        }
        return found;
    }

    /** Returns the first that opened in a time, in the order of time, source and id. */
    List<IncidentRow> first(Instant from, Instant to, int limit) {
        return list(
                handle.createQuery("SELECT " + COLUMNS + " FROM incident WHERE opened_at >= :from AND opened_at < :to"
                                + " ORDER BY opened_at, source, id LIMIT :limit")
                        .bind("from", bound(from))
                        .bind("to", bound(to))
                        .bind("limit", limit));
    }

    /** Returns the next in that order. */
    List<IncidentRow> after(IncidentRow last, Instant to, int limit) {
        return list(handle.createQuery("SELECT " + COLUMNS + " FROM incident"
                        + " WHERE (opened_at, source, id) > (:opened, :source, :id) AND opened_at < :to"
                        + " ORDER BY opened_at, source, id LIMIT :limit")
                .bind("opened", last.opened())
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

    /** Returns how many there are of each source. */
    SortedMap<String, Long> sources() {
        return handle.createQuery("SELECT source, COUNT(*) AS incidents FROM incident GROUP BY source")
                .collectRows(Collectors.toMap(
                        row -> row.getColumn("source", String.class),
                        row -> row.getColumn("incidents", Long.class),
                        Long::sum,
                        TreeMap::new));
    }

    /** Deletes what there is of a source; returns how many that were. */
    long delete(String source) {
        return handle.createUpdate("DELETE FROM incident WHERE source = :source")
                .bind("source", source)
                .execute();
    }

    private static List<IncidentRow> list(Query query) {
        return query.map((row, _) -> IncidentRow.of(row)).list();
    }

    /** Years of more than four digits have a sign, and would not sort. */
    private static String bound(Instant at) {
        return Tables.SORTABLE.format(at.isBefore(FIRST) ? FIRST : at.isAfter(LAST) ? LAST : at);
    }
}
