package dev.understudy.journal.sql;

import dev.understudy.journal.Chain;
import dev.understudy.journal.Chain.Row;
import dev.understudy.journal.DrillSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The statements, in SQL that every database understands. Each is one statement, so what it reads belongs together. */
final class Tables {
    /** All nine digits, so that the order of the texts is the order of time. */
    static final DateTimeFormatter SORTABLE =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

    private final Handle handle;

    Tables(Handle handle) {
        this.handle = handle;
    }

    List<DrillSummary> drills() {
        return handle.createQuery(
                        "SELECT id, opened_at, length, ended, head, origin FROM drill ORDER BY opened_at DESC, id DESC")
                .map((row, _) -> summary(row))
                .list();
    }

    Optional<DrillSummary> drill(String id) {
        return handle.createQuery("SELECT id, opened_at, length, ended, head, origin FROM drill WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> summary(row))
                .findOne();
    }

    List<Row> rows(String drill) {
        return handle.createQuery("SELECT number, body, hash FROM entry WHERE drill = :drill ORDER BY number")
                .bind("drill", drill)
                .map((row, _) -> row(row))
                .list();
    }

    List<String> ids() {
        return handle.createQuery("SELECT id FROM drill UNION SELECT drill FROM entry ORDER BY 1")
                .mapTo(String.class)
                .list();
    }

    /** Drill and entries from one statement: between two, another process might append. */
    Chain chain(String drill) {
        List<Counted> all = handle.createQuery("""
                        SELECT e.number, e.body, e.hash, d.length, d.head
                        FROM entry e LEFT JOIN drill d ON d.id = e.drill
                        WHERE e.drill = :drill ORDER BY e.number""")
                .bind("drill", drill)
                .map((row, _) ->
                        new Counted(row(row), row.getInt("length"), Optional.ofNullable(row.getString("head"))))
                .list();
        if (all.isEmpty()) {
            Optional<DrillSummary> bare = drill(drill);
            return new Chain(
                    drill,
                    bare.map(DrillSummary::length).orElse(0),
                    bare.map(DrillSummary::head).orElse(null),
                    List.of());
        }
        Counted any = all.getFirst();
        return new Chain(
                drill,
                any.length,
                any.head.orElse(null),
                all.stream().map(Counted::row).toList());
    }

    /**
     * Adds rows to a drill of a known length; the drill is made when it has none.
     *
     * @param ends whether the drill ends with them
     */
    DrillSummary grow(DrillSummary before, List<Row> rows, boolean ends) {
        DrillSummary after = new DrillSummary(
                before.drill(),
                before.opened(),
                before.length() + rows.size(),
                before.ended() || ends,
                rows.getLast().hash(),
                before.origin());
        handle.createUpdate(
                        before.length() == 0
                                ? "INSERT INTO drill (id, opened_at, length, ended, head) VALUES (:id, :opened, :length, :ended, :head)"
                                : "UPDATE drill SET length = :length, ended = :ended, head = :head WHERE id = :id AND opened_at = :opened")
                .bind("id", after.drill())
                .bind("opened", SORTABLE.format(after.opened()))
                .bind("length", after.length())
                .bind("ended", after.ended() ? 1 : 0)
                .bind("head", after.head())
                .execute();
        insert(after.drill(), rows);
        return after;
    }

    /** Says where a drill, or its end, comes from. */
    void origin(String drill, String origin) {
        handle.createUpdate("UPDATE drill SET origin = :origin WHERE id = :id")
                .bind("id", drill)
                .bind("origin", origin)
                .execute();
    }

    private void insert(String drill, List<Row> rows) {
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO entry (drill, number, body, hash) VALUES (:drill, :number, :body, :hash)");
        for (Row row : rows) {
            batch.bind("drill", drill)
                    .bind("number", row.number())
                    .bind("body", row.body())
                    .bind("hash", row.hash())
                    .add();
        }
        batch.execute();
    }

    private record Counted(Row row, int length, Optional<String> head) {}

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getInt("number"), row.getString("body"), row.getString("hash"));
    }

    private static DrillSummary summary(ResultSet row) throws SQLException {
        return new DrillSummary(
                row.getString("id"),
                Instant.parse(row.getString("opened_at")),
                row.getInt("length"),
                row.getInt("ended") == 1,
                row.getString("head"),
                row.getString("origin"));
    }
}
