package dev.understudy.orchestrator;

import dev.understudy.cluster.Applied;
import dev.understudy.cluster.Change;
import dev.understudy.cluster.ChangeWriter;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.DrillRecords;
import dev.understudy.cluster.Undone;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.journal.DrillSummary;
import dev.understudy.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The death of an orchestrator at one event, in process: from that moment on nothing that it still tries reaches the
 * journal or the cluster. What was under way on the cluster when it died is done all the same.
 */
final class Cut {
    /** Thrown at whoever goes on working after death. */
    static final class Dead extends RuntimeException {
        Dead() {
            super("the orchestrator is dead", null, false, false);
        }
    }

    private final Predicate<Entry> last;
    private final String at;
    private final boolean written;
    private final CountDownLatch dead = new CountDownLatch(1);

    /**
     * Dies at an event.
     *
     * @param number of the entry
     * @param written whether the entry still reaches the journal
     */
    Cut(int number, boolean written) {
        this(entry -> entry.number() >= number, "entry " + number, written);
    }

    /**
     * Dies at the first event of a kind.
     *
     * @param written whether the entry still reaches the journal
     */
    Cut(Class<? extends DrillEvent> event, boolean written) {
        this(entry -> event.isInstance(entry.event()), event.getSimpleName(), written);
    }

    private Cut(Predicate<Entry> last, String at, boolean written) {
        this.last = last;
        this.at = at;
        this.written = written;
    }

    void await() throws InterruptedException {
        if (!dead.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("the drill never came to " + at);
        }
    }

    private void alive() {
        if (dead.getCount() == 0) {
            throw new Dead();
        }
    }

    Journal journal(Journal real) {
        return new Journal() {
            @Override
            public void append(String drill, int expectedLength, List<Entry> entries) {
                alive();
                List<Entry> reaching = new ArrayList<>(
                        entries.stream().takeWhile(last.negate()).toList());
                boolean dies = reaching.size() < entries.size();
                if (dies && written) {
                    reaching.add(entries.get(reaching.size()));
                }
                if (!reaching.isEmpty()) {
                    real.append(drill, expectedLength, reaching);
                }
                if (dies) {
                    dead.countDown();
                    throw new Dead();
                }
            }

            @Override
            public List<Entry> read(String drill) {
                return real.read(drill);
            }

            @Override
            public List<DrillSummary> drills() {
                return real.drills();
            }
        };
    }

    /** The same ports, as long as it lives. */
    ClusterPorts ports(ClusterPorts real) {
        return new ClusterPorts(
                real.name(),
                real.options(),
                real.simulated(),
                real.user(),
                real.cluster(),
                writer(real.writer()),
                records(real.records()),
                real.access(),
                real.caller(),
                real.connector(),
                real.monitoring(),
                real.way(),
                null);
    }

    private ChangeWriter writer(ChangeWriter real) {
        return new ChangeWriter() {
            @Override
            public Change preview(Change change, String manager) {
                alive();
                return real.preview(change, manager);
            }

            @Override
            public Applied apply(Change change, String manager) {
                alive();
                return real.apply(change, manager);
            }

            @Override
            public Undone undo(Change change, String manager) {
                alive();
                return real.undo(change, manager);
            }
        };
    }

    private DrillRecords records(DrillRecords real) {
        return new DrillRecords() {
            @Override
            public DrillRecord write(DrillRecord record) {
                alive();
                return real.write(record);
            }

            @Override
            public List<DrillRecord> find(String namespace) {
                alive();
                return real.find(namespace);
            }

            @Override
            public void remove(DrillRecord record) {
                alive();
                real.remove(record);
            }
        };
    }
}
