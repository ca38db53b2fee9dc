package dev.understudy.journal.sql;

import dev.understudy.history.Incident;
import dev.understudy.history.Incidents;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;

/** Incidents beside the journal, in the same database. */
final class SqlIncidents implements Incidents {
    /** Incidents that are read at once. */
    private static final int PAGE = 2000;

    private final Database database;

    SqlIncidents(Database database) {
        this.database = database;
    }

    @Override
    public List<Added> add(List<Incident> incidents) {
        List<IncidentRow> rows = incidents.stream().map(IncidentRow::of).toList();
        return perform("write", handle -> handle.inTransaction(inside -> added(new IncidentTable(inside), rows)));
    }

    private static List<Added> added(IncidentTable table, List<IncidentRow> rows) throws SQLException {
        boolean[] isNew = table.insert(rows);
        Map<String, List<String>> others = new TreeMap<>();
        for (int i = 0; i < isNew.length; i++) {
            if (!isNew[i]) {
                others.computeIfAbsent(rows.get(i).source(), _ -> new ArrayList<>())
                        .add(rows.get(i).id());
            }
        }
        Set<IncidentRow> there = new HashSet<>();
        others.forEach((source, ids) -> there.addAll(table.find(source, ids)));
        List<Added> results = new ArrayList<>();
        for (int i = 0; i < isNew.length; i++) {
            results.add(isNew[i] ? Added.NEW : there.contains(rows.get(i)) ? Added.SAME : Added.CONFLICT);
        }
        return results;
    }

    @Override
    public void each(Instant from, Instant to, Consumer<Incident> receiver) {
        List<IncidentRow> page = perform("read", handle -> new IncidentTable(handle).first(from, to, PAGE));
        while (!page.isEmpty()) {
            page.stream().map(IncidentRow::incident).forEach(receiver);
            IncidentRow last = page.getLast();
            page = perform("read", handle -> new IncidentTable(handle).after(last, to, PAGE));
        }
    }

    @Override
    public long count() {
        return perform("read", handle -> new IncidentTable(handle).count());
    }

    @Override
    public SortedMap<String, Long> sources() {
        return perform("read", handle -> new IncidentTable(handle).sources());
    }

    @Override
    public long forget(String source) {
        return perform("write", handle -> handle.inTransaction(inside -> new IncidentTable(inside).delete(source)));
    }

    private <T> T perform(String doing, HandleCallback<T, SQLException> work) {
        try (Handle handle = database.jdbi().open()) {
            return work.withHandle(handle);
        } catch (JdbiException | SQLException | DateTimeException e) {
            throw database.failure(doing, e);
        }
    }
}
