package dev.understudy.journal.sql;

import dev.understudy.history.Incident;
import dev.understudy.history.Incidents;
import dev.understudy.journal.JournalException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
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
        return perform("write", handle -> handle.inTransaction(inside -> added(new IncidentTable(inside), incidents)));
    }

    private static List<Added> added(IncidentTable table, List<Incident> incidents) {
        List<Incident> rows = incidents.stream().map(IncidentTable::asStored).toList();
        boolean[] isNew = table.insert(rows);
        List<Incident> others = new ArrayList<>();
        for (int i = 0; i < isNew.length; i++) {
            if (!isNew[i]) {
                others.add(rows.get(i));
            }
        }
        Map<IncidentTable.Key, Incident> there = table.find(others);
        List<Added> results = new ArrayList<>();
        for (int i = 0; i < isNew.length; i++) {
            Incident row = rows.get(i);
            boolean same = isNew[i] || row.equals(there.get(IncidentTable.Key.of(row)));
            results.add(isNew[i] ? Added.NEW : same ? Added.SAME : Added.CONFLICT);
        }
        return results;
    }

    @Override
    public void each(Instant from, Instant to, Consumer<Incident> receiver) {
        List<Incident> page = perform("read", handle -> new IncidentTable(handle).first(from, to, PAGE));
        while (!page.isEmpty()) {
            page.forEach(receiver);
            Incident last = page.getLast();
            page = perform("read", handle -> new IncidentTable(handle).after(last, to, PAGE));
        }
    }

    @Override
    public long count() {
        return perform("read", handle -> new IncidentTable(handle).count());
    }

    private <T> T perform(String doing, Function<Handle, T> work) {
        try (Handle handle = database.jdbi().open()) {
            return work.apply(handle);
        } catch (JdbiException | DateTimeException e) {
            throw failure(doing, e);
        }
    }

    private JournalException failure(String doing, Exception cause) {
        return database.failure(doing, cause);
    }
}
