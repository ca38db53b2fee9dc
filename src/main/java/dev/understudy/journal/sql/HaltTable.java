package dev.understudy.journal.sql;

import dev.understudy.journal.Halt;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statements about halts; rows are only ever added. */
final class HaltTable {
    private final Handle handle;

    HaltTable(Handle handle) {
        this.handle = handle;
    }

    Optional<Halt> current() {
        return handle.createQuery("SELECT at, halted, who, reason FROM halt ORDER BY number DESC LIMIT 1")
                .map((row, _) -> row.getInt("halted") == 0
                        ? Optional.<Halt>empty()
                        : Optional.of(new Halt(
                                Instant.parse(row.getString("at")), row.getString("who"), row.getString("reason"))))
                .findOne()
                .flatMap(halt -> halt);
    }

    void add(boolean halted, Instant at, String who, String reason) {
        handle.createUpdate("INSERT INTO halt (number, at, halted, who, reason)"
                        + " SELECT COALESCE(MAX(number), 0) + 1, :at, :halted, :who, :reason FROM halt")
                .bind("at", at.toString())
                .bind("halted", halted ? 1 : 0)
                .bind("who", who)
                .bind("reason", reason)
                .execute();
    }
}
