package dev.understudy.history.file;

import dev.understudy.history.Flaw;
import dev.understudy.history.ImportMapping;
import dev.understudy.history.Incident;
import dev.understudy.history.Incidents;
import dev.understudy.history.Incidents.Added;
import dev.understudy.history.People;
import dev.understudy.roster.Roster;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the incidents of one file into a store, batch by batch, each in one transaction. After a kill, running it again goes
 * on: what is there already is only counted. Memory depends on the batch, not on the file. Used once, by one thread.
 */
public final class Intake {
    private static final int BATCH = 5000;

    private final Incidents store;
    private final HistoryFile file;
    private final Onlooker onlooker;
    private final Interpreter interpreter;
    private final Remarks remarks;

    private final List<Incident> batch = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private final Map<Flaw.Kind, Long> rejected = new EnumMap<>(Flaw.Kind.class);
    private long added;
    private long same;
    private long rows;
    private long line;

    /**
     * @param source system that the file comes from
     * @param now nothing in the file can have happened later
     */
    public Intake(HistoryFile file, Incidents store, Roster roster, String source, Instant now, Onlooker onlooker) {
        ImportMapping mapping = file.mapping();
        this.file = file;
        this.store = store;
        this.onlooker = onlooker;
        this.remarks = new Remarks(roster);
        this.interpreter = new Interpreter(
                mapping,
                People.of(roster, mapping),
                new Moments(mapping, file.rows().zones()),
                remarks,
                source,
                now);
    }

    /**
     * Takes everything, or what there is until the onlooker has seen enough.
     *
     * @throws UnusableFile when nothing of the file can be taken
     * @throws IOException when it cannot be read to its end; what was taken stays
     */
    public Takings take() throws IOException {
        boolean goOn = true;
        Row row = file.rows().next();
        while (row != null && goOn) {
            line = row.line();
            rows++;
            switch (row) {
                case Row.Spoilt(long number, Flaw flaw) -> reject(new Reject(number, List.of(flaw)));
                case Row.Raw raw -> read(raw);
            }
            if (rows % BATCH == 0) {
                goOn = store();
            }
            row = goOn ? file.rows().next() : null;
        }
        if (goOn) {
            store();
        }
        Rows all = file.rows();
        return new Takings(added, same, rejected, remarks, all.passedOver(), all.neverSeen(), line, goOn);
    }

    private void read(Row.Raw row) {
        List<Flaw> flaws = new ArrayList<>();
        interpreter
                .read(row, flaws)
                .ifPresentOrElse(
                        incident -> {
                            batch.add(incident);
                            lines.add(row.line());
                        },
                        () -> reject(new Reject(row.line(), flaws)));
    }

    private boolean store() {
        List<Added> results = batch.isEmpty() ? List.of() : store.add(batch);
        for (int i = 0; i < results.size(); i++) {
            switch (results.get(i)) {
                case NEW -> added++;
                case SAME -> same++;
                case CONFLICT -> reject(conflict(batch.get(i), lines.get(i)));
            }
        }
        batch.clear();
        lines.clear();
        return onlooker.stored(file.rows().position(), rows);
    }

    private static Reject conflict(Incident incident, long line) {
        String text = "incident " + Shown.quoted(incident.id())
                + " was taken already, and says something else here; the first one stays";
        return new Reject(line, List.of(new Flaw(Flaw.Kind.CONFLICT, text)));
    }

    private void reject(Reject reject) {
        rejected.merge(reject.flaws().getFirst().kind(), 1L, Long::sum);
        onlooker.rejected(reject);
    }
}
