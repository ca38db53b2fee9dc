package dev.understudy.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.app.DrillImport;
import dev.understudy.app.ImportTally;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Evidence.Worth;
import dev.understudy.drill.Outcome;
import dev.understudy.independence.DrillResult;
import dev.understudy.journal.Chain;
import dev.understudy.journal.Chain.Row;
import dev.understudy.journal.Export;
import dev.understudy.journal.HashChain;
import dev.understudy.journal.json.EntryCodec;
import dev.understudy.journal.json.ExportText;
import dev.understudy.journal.sql.SqlJournal;
import dev.understudy.scenario.Participants.HeroRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The invented drills. Rewrite them with {@code ./mvnw -q test -Dtest=SampleDrillsTest -Dunderstudy.write=true}. */
class SampleDrillsTest {
    private static final Path FILE = Path.of("scenarios/history/drills.jsonl");

    private static List<List<Entry>> drills() {
        return Stream.of(CheckoutDrills.all(), PaymentsDrills.all(), SearchDrills.all())
                .flatMap(List::stream)
                .map(Episode::entries)
                .sorted(Comparator.comparing(
                        entries -> entries.getFirst().stamp().at()))
                .toList();
    }

    private static List<DrillResult> results(String service) {
        return drills().stream()
                .flatMap(entries -> DrillResult.of(entries).stream())
                .filter(result -> result.service().equals(service))
                .toList();
    }

    private static String lines(List<Entry> entries) {
        DrillResult result = DrillResult.of(entries).orElseThrow();
        String hash = HashChain.start(result.drill());
        List<Row> rows = new ArrayList<>();
        for (Entry entry : entries) {
            String body = EntryCodec.encode(entry);
            hash = HashChain.next(hash, body);
            rows.add(new Row(entry.number(), body, hash));
        }
        return Export.lines(new Chain(result.drill(), rows.size(), hash, rows)).stream()
                .map(line -> ExportText.write(line) + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void the_sample_drills_are_those_that_are_told_here() throws IOException {
        String written = drills().stream().map(SampleDrillsTest::lines).collect(Collectors.joining());
        if (Boolean.getBoolean("understudy.write")) {
            Files.writeString(FILE, written);
        }

        assertThat(Files.readString(FILE).equals(written))
                .as("stale: rewrite with -Dunderstudy.write=true")
                .isTrue();
    }

    @Test
    void the_sample_drills_can_be_imported(@TempDir Path folder) throws IOException {
        try (SqlJournal journal = SqlJournal.open(folder.resolve("journal.db"));
                InputStream in = Files.newInputStream(FILE)) {
            ImportTally.Summary summary =
                    DrillImport.read(in, journal, "drills.jsonl", Instant.parse("2026-11-22T12:00:00Z"));

            assertThat(summary).isEqualTo(new ImportTally.Summary(31, List.of(), 0, 0, List.of(), 31));
        }
    }

    @Test
    void every_sample_says_that_it_is_invented_and_names_the_sample_cluster() {
        assertThat(drills())
                .allSatisfy(entries -> assertThat(DrillResult.of(entries).orElseThrow())
                        .satisfies(result -> {
                            assertThat(result.title()).contains("invented sample");
                            assertThat(result.cluster()).isEqualTo("sample-staging");
                        }));
    }

    @Test
    void the_samples_show_every_outcome() {
        EnumSet<Outcome> seen = EnumSet.noneOf(Outcome.class);
        drills().forEach(entries ->
                seen.add(DrillResult.of(entries).orElseThrow().outcome()));

        assertThat(seen).containsExactlyInAnyOrder(Outcome.values());
    }

    @Test
    void checkout_is_rescued_first_and_passes_ever_since_with_two_leads() {
        List<DrillResult> counted =
                results("checkout").stream().filter(DrillResult::counts).toList();

        assertThat(counted).hasSize(12);
        assertThat(counted.getFirst().outcome()).isEqualTo(Outcome.RESCUED);
        assertThat(counted.subList(1, 12)).allMatch(result -> result.outcome().passed());
        assertThat(counted).extracting(DrillResult::lead).contains("bo", "cem");
    }

    @Test
    void payments_fails_without_dia_and_succeeds_with_her() {
        List<DrillResult> payments = results("payments");

        assertThat(payments.stream().filter(DrillResult::counts))
                .hasSize(5)
                .noneMatch(result -> result.outcome().passed());
        assertThat(payments)
                .anyMatch(result ->
                        result.hero() == HeroRole.SUPPORTING && result.outcome().passed());
    }

    @Test
    void the_latest_drill_of_search_counts_once_somebody_has_confirmed_who_took_it() {
        DrillResult latest = results("search").getLast();

        assertThat(latest.evidence().worth()).isEqualTo(Worth.NONE);
        assertThat(latest.evidence().because()).contains("once a facilitator has confirmed it");
    }
}
