package dev.understudy.journal.sql;

import dev.understudy.drill.DrillEvent.Closed;
import dev.understudy.drill.DrillEvent.Opened;
import dev.understudy.drill.DrillEvent.Refused;
import dev.understudy.drill.Entry;
import dev.understudy.history.Incidents;
import dev.understudy.journal.Chain;
import dev.understudy.journal.Chain.Row;
import dev.understudy.journal.ChainStore;
import dev.understudy.journal.DrillSummary;
import dev.understudy.journal.Halt;
import dev.understudy.journal.Halts;
import dev.understudy.journal.HashChain;
import dev.understudy.journal.Journal;
import dev.understudy.journal.JournalConflict;
import dev.understudy.journal.JournalException;
import dev.understudy.journal.json.CodecException;
import dev.understudy.journal.json.EntryCodec;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** The journal in an SQL database. Any number of threads and processes may use one database at once. */
public final class SqlJournal implements Journal, ChainStore, Halts, AutoCloseable {
    private final Database database;

    SqlJournal(Database database) {
        this.database = database;
    }

    /**
     * Opens the journal in a file; makes file and directory, for this user alone, where they are missing.
     *
     * @throws JournalException when that is not possible
     */
    public static SqlJournal open(Path file) {
        return new SqlJournal(Sqlite.open(file));
    }

    @Override
    public void append(String drill, int expectedLength, List<Entry> entries) {
        check(drill, expectedLength, entries);
        List<String> bodies =
                entries.stream().map(entry -> encode(drill, entry)).toList();
        perform(
                "write",
                handle -> handle.inTransaction(inside -> {
                    Tables tables = new Tables(inside);
                    DrillSummary before = tables.drill(drill)
                            .orElseGet(() -> new DrillSummary(
                                    drill, entries.getFirst().stamp().at(), 0, false, HashChain.start(drill)));
                    if (before.length() != expectedLength) {
                        throw new JournalConflict(drill, expectedLength, before.length());
                    }
                    return tables.grow(before, rows(before, bodies), ends(entries));
                }));
    }

    @Override
    public List<Entry> read(String drill) {
        return perform("read", handle -> new Tables(handle).rows(drill)).stream()
                .map(row -> decode(drill, row))
                .toList();
    }

    @Override
    public List<DrillSummary> drills() {
        return perform("read", handle -> new Tables(handle).drills());
    }

    @Override
    public List<String> chained() {
        return perform("read", handle -> new Tables(handle).ids());
    }

    @Override
    public Chain chain(String drill) {
        return perform("read", handle -> new Tables(handle).chain(drill));
    }

    @Override
    public Taken take(Chain chain, String origin) {
        return perform(
                "write",
                handle -> handle.inTransaction(inside -> new Grafting(new Tables(inside)).take(chain, origin)));
    }

    @Override
    public Optional<Halt> current() {
        return perform("read", handle -> new HaltTable(handle).current());
    }

    @Override
    public Halt halt(Halt wanted) {
        return perform(
                "write",
                handle -> handle.inTransaction(inside -> {
                    HaltTable halts = new HaltTable(inside);
                    return halts.current().orElseGet(() -> {
                        halts.add(true, wanted.at(), wanted.who(), wanted.reason());
                        return wanted;
                    });
                }));
    }

    @Override
    public Optional<Halt> resume(String who, Instant at) {
        return perform(
                "write",
                handle -> handle.inTransaction(inside -> {
                    HaltTable halts = new HaltTable(inside);
                    Optional<Halt> lifted = halts.current();
                    lifted.ifPresent(_ -> halts.add(false, at, who, ""));
                    return lifted;
                }));
    }

    /** Returns the incidents that are kept beside the drills; closed with the journal. */
    public Incidents incidents() {
        return new SqlIncidents(database);
    }

    @Override
    public void close() {
        database.close();
    }

    /** Mistakes of a caller, not of the disk: what would make a journal that nobody can fold. */
    private static void check(String drill, int expectedLength, List<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            boolean opens = entry.event() instanceof Opened(var briefing)
                    && briefing.drill().equals(drill);
            if (entry.number() != expectedLength + i || (entry.number() == 0) != opens) {
                throw new IllegalArgumentException("entry " + entry.number() + " cannot be number "
                        + (expectedLength + i) + " of drill " + drill + ": numbers have no gaps, and only number 0"
                        + " opens the drill, under its own id");
            }
        }
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("nothing to append to drill " + drill);
        }
    }

    private static boolean ends(List<Entry> entries) {
        return entries.stream().anyMatch(e -> e.event() instanceof Closed || e.event() instanceof Refused);
    }

    private static List<Row> rows(DrillSummary before, List<String> bodies) {
        List<Row> rows = new ArrayList<>();
        String hash = before.head();
        for (String body : bodies) {
            hash = HashChain.next(hash, body);
            rows.add(new Row(before.length() + rows.size(), body, hash));
        }
        return rows;
    }

    private <T> T perform(String doing, Function<Handle, T> work) {
        try (Handle handle = database.jdbi().open()) {
            return work.apply(handle);
        } catch (JdbiException | DateTimeException e) {
            throw database.failure(doing, e);
        }
    }

    private static String encode(String drill, Entry entry) {
        try {
            return EntryCodec.encode(entry);
        } catch (CodecException e) {
            throw new JournalException(
                    "entry " + entry.number() + " of drill " + drill + " cannot be written: " + e.getMessage(), e);
        }
    }

    private Entry decode(String drill, Row row) {
        try {
            return EntryCodec.decode(row.body());
        } catch (CodecException e) {
            throw new JournalException(
                    "entry " + row.number() + " of drill " + drill + " in " + database + " cannot be read: "
                            + e.getMessage() + "; 'understudy verify-journal' tells whether it was changed",
                    e);
        }
    }
}
