package dev.understudy.app;

import dev.understudy.endpoint.Addresses;
import dev.understudy.endpoint.Endpoint;
import dev.understudy.endpoint.HookToken;
import dev.understudy.journal.DrillLock;
import dev.understudy.journal.JournalException;
import dev.understudy.journal.sql.FileLocks;
import dev.understudy.journal.sql.SqlJournal;
import dev.understudy.orchestrator.ClusterPorts;
import dev.understudy.orchestrator.Drills;
import dev.understudy.orchestrator.Recovery;
import dev.understudy.orchestrator.TimeSource;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.util.Map;

/** Everything that one process of Understudy holds open: the journal, its locks, the threads of drills. */
public final class Understudy implements AutoCloseable {
    private final StateDirectory state;
    private final SqlJournal journal;
    private final DrillLock locks;
    private final Vertx vertx;

    private Understudy(StateDirectory state, SqlJournal journal, DrillLock locks, Vertx vertx) {
        this.state = state;
        this.journal = journal;
        this.locks = locks;
        this.vertx = vertx;
    }

    /**
     * Opens the journal and starts the threads; what was opened is closed again when the rest fails.
     *
     * @throws JournalException when the journal cannot be opened
     */
    public static Understudy open(Map<String, String> environment) {
        StateDirectory state = StateDirectory.of(environment);
        SqlJournal journal = openJournal(state);
        try {
            Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
            return new Understudy(state, journal, locks(state), vertx);
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /** Opens the journal alone, for commands that only read. */
    public static SqlJournal openJournal(StateDirectory state) {
        return SqlJournal.open(state.journal());
    }

    /** Returns the locks beside a journal. */
    public static DrillLock locks(StateDirectory state) {
        return new FileLocks(state.locks());
    }

    /** Returns the addresses of the drills that live on this machine. */
    public static Addresses addresses(StateDirectory state) {
        return new Addresses(state.addresses(), locks(state));
    }

    /** Returns the token that webhooks are sent with. */
    public HookToken hookToken() {
        return new HookToken(state.hookToken());
    }

    /**
     * Opens the door of a drill that people respond to.
     *
     * @param port on 127.0.0.1; 0 for any free one
     * @throws dev.understudy.endpoint.PortRefused when the port cannot be had
     */
    public Endpoint endpoint(int port) {
        return Endpoint.open(vertx, port, addresses(state), hookToken());
    }

    public SqlJournal journal() {
        return journal;
    }

    /** Returns where the reports of a drill go when nobody says otherwise. */
    public Path reports(String drill) {
        return state.path().resolve("reports").resolve(drill);
    }

    /** Returns what opens drills on a cluster. */
    public Drills drills(ClusterPorts ports) {
        return new Drills(vertx, journal, locks, ports, Catalog.FAULTS, TimeSource.system(), journal);
    }

    /**
     * Returns what finishes drills whose orchestrator died.
     *
     */
    public Recovery recovery() {
        return new Recovery(vertx, journal, locks, TimeSource.system());
    }

    @Override
    public void close() {
        vertx.close().await();
        journal.close();
    }
}
