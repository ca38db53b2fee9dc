package dev.understudy.history.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.history.ImportMapping;
import dev.understudy.journal.sql.SqlJournal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store after many incidents; {@code ImportBench} does the same with a million. */
class ManyIncidentsTest {
    private static final int MANY = 20_000;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("incidents.csv");
        ManyIncidents.write(file, MANY);
    }

    @Test
    void importing_a_file_twice_gives_the_same_store_as_once() throws IOException {
        Takings first = take("a.db", Integer.MAX_VALUE);
        StoreDigest once = StoreDigest.of(folder.resolve("a.db"));

        Takings again = take("a.db", Integer.MAX_VALUE);

        assertThat(once.rows()).isEqualTo(MANY);
        assertThat(first.added()).isEqualTo(MANY);
        assertThat(again.same()).isEqualTo(MANY);
        assertThat(StoreDigest.of(folder.resolve("a.db"))).isEqualTo(once);
    }

    @Test
    void an_import_that_was_interrupted_goes_on_to_the_same_store() throws IOException {
        take("whole.db", Integer.MAX_VALUE);

        Takings interrupted = take("cut.db", 2);
        long then = StoreDigest.of(folder.resolve("cut.db")).rows();
        Takings rest = take("cut.db", Integer.MAX_VALUE);

        assertThat(interrupted.finished()).isFalse();
        assertThat(then).isEqualTo(interrupted.added()).isBetween(1L, MANY - 1L);
        assertThat(rest.same()).isEqualTo(then);
        assertThat(StoreDigest.of(folder.resolve("cut.db"))).isEqualTo(StoreDigest.of(folder.resolve("whole.db")));
    }

    private Takings take(String journal, int batches) throws IOException {
        Onlooker leaves = new Onlooker() {
            private int stored;

            @Override
            public void rejected(Reject reject) {
                throw new AssertionError(reject);
            }

            @Override
            public boolean stored(long bytes, long rows) {
                return ++stored < batches;
            }
        };
        try (SqlJournal open = SqlJournal.open(folder.resolve(journal));
                InputStream in = Files.newInputStream(file)) {
            HistoryFile history = HistoryFile.open(in, Format.CSV, null, ImportMapping.NONE);
            return new Intake(history, open.incidents(), new Desk().roster, "pager", Desk.NOW, leaves).take();
        }
    }
}
