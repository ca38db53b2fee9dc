package dev.understudy.journal.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.drill.Drill;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Outcome;
import dev.understudy.journal.SampleDrill;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Guards the format: journals written by this version must stay readable, so the golden file is never regenerated. */
class GoldenJournalTest {
    @Test
    void writes_the_golden_journal() throws IOException {
        assertThat(SampleDrill.entries().stream().map(EntryCodec::encode)).isEqualTo(golden());
    }

    @Test
    void reads_the_golden_journal() throws IOException {
        List<Entry> entries = golden().stream().map(EntryCodec::decode).toList();

        assertThat(entries).isEqualTo(SampleDrill.entries());
        assertThat(Drill.of(entries))
                .hasValueSatisfying(drill -> assertThat(drill.outcome()).isEqualTo(Outcome.RECOVERED));
    }

    private static List<String> golden() throws IOException {
        try (InputStream in = GoldenJournalTest.class.getResourceAsStream("drill-v1.jsonl")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
