package dev.understudy.history.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.history.HistoryTally;
import dev.understudy.history.Participation.Kind;
import dev.understudy.history.Tallying;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The samples under {@code scenarios/history/}. Rewrite them with {@code -Dunderstudy.write=true}. */
class SampleHistoryTest {
    private static final Path FOLDER = Path.of("scenarios/history");
    private static final Path INCIDENTS = FOLDER.resolve("incidents.csv");
    private static final Path ODD = FOLDER.resolve("incidents-odd.csv");
    private static final Path TOLD = FOLDER.resolve("incidents-odd.txt");

    private final Desk desk = new Desk();

    @BeforeEach
    void map() throws IOException {
        String file = Files.readString(FOLDER.resolve("mapping.yaml"));
        desk.mapping(file.substring(file.indexOf("spec:\n") + "spec:\n".length()));
    }

    @Test
    void the_sample_is_the_invented_history() throws IOException {
        String written = String.join("\n", new InventedHistory().lines()) + "\n";
        if (Boolean.getBoolean("understudy.write")) {
            Files.writeString(INCIDENTS, written);
        }

        assertThat(INCIDENTS).as("stale: rewrite with -Dunderstudy.write=true").hasContent(written);
    }

    @Test
    void every_row_of_the_sample_is_taken() throws IOException {
        Takings takings = desk.take(Files.readAllBytes(INCIDENTS));

        assertThat(desk.rejects).isEmpty();
        assertThat(takings.added()).isBetween(300L, 400L);
        assertThat(takings.remarks().clericalClosings()).isGreaterThan(takings.added() / 2);
        assertThat(takings.remarks().unknownServices().mostFrequent())
                .singleElement()
                .matches(e -> e.getKey().equals("legacy-ftp"));
        assertThat(takings.remarks().timesThatCameTwice()).isZero();
    }

    @Test
    void the_sample_tells_of_a_team_that_leans_on_one_of_them() throws IOException {
        desk.take(Files.readAllBytes(INCIDENTS));

        HistoryTally tally = Tallying.of(desk.store, Instant.MIN, Instant.MAX);

        assertThat(tally.families().getFirst().incidentClass()).isEqualTo("cache-loss");
        long all = tally.families().getFirst().incidents();
        assertThat(changes(tally, "ana")).as("of %s", all).isGreaterThan(all / 2);
        assertThat(changes(tally, "bo") + changes(tally, "cem")).isPositive().isLessThan(all / 4);
    }

    private static long changes(HistoryTally tally, String responder) {
        return tally.counts().stream()
                .filter(c -> c.service().equals("checkout") && c.incidentClass().equals("cache-loss"))
                .filter(c -> c.kind() == Kind.CHANGED && c.responder().equals(responder))
                .mapToLong(HistoryTally.Count::incidents)
                .sum();
    }

    @Test
    void of_the_odd_rows_the_good_ones_are_taken_and_the_others_are_told() throws IOException {
        desk.take(Files.readAllBytes(ODD));

        if (Boolean.getBoolean("understudy.write")) {
            Files.write(TOLD, desk.rejects);
        }
        assertThat(desk.rejects).isEqualTo(List.copyOf(Files.readAllLines(TOLD)));
        assertThat(desk.ids()).containsExactly("INC90004", "INC90008", "INC90011");
    }
}
