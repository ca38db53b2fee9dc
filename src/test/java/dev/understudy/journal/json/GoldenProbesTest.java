package dev.understudy.journal.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.drill.Briefing;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Stamp;
import dev.understudy.probe.Probe;
import dev.understudy.probe.ProbeCheck;
import dev.understudy.probe.Threshold;
import dev.understudy.probe.Threshold.Comparison;
import dev.understudy.report.Briefings;
import dev.understudy.scenario.Scenario.SteadyState;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Guards the format of probes that came later, and of what else a fault reached; the file is never regenerated. */
class GoldenProbesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final ObjectRef CHECKOUT = new ObjectRef(ResourceType.DEPLOYMENT, "shop", "checkout");
    private static final ObjectRef SHIPPER = new ObjectRef(ResourceType.DAEMON_SET, "shop", "log-shipper");

    @Test
    void writes_and_reads_the_golden_journal() throws IOException {
        List<Entry> entries = entries();

        assertThat(entries.stream().map(EntryCodec::encode)).isEqualTo(golden());
        assertThat(golden().stream().map(EntryCodec::decode)).isEqualTo(entries);
    }

    private static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (DrillEvent event : List.of(
                new DrillEvent.Opened(briefing()),
                new DrillEvent.BystandersWatched(List.of(CHECKOUT), List.of(SHIPPER)),
                new DrillEvent.SpreadSeen(CHECKOUT, SECOND, Duration.ofMillis(3), "0 ready, 2 needed"),
                new DrillEvent.SpreadEnded(CHECKOUT, Duration.ofSeconds(9), Duration.ofMillis(3)))) {
            Stamp stamp = new Stamp(Instant.EPOCH.plusSeconds(entries.size()), Duration.ofSeconds(entries.size()));
            entries.add(new Entry(entries.size(), stamp, Origin.DRILL, event));
        }
        return entries;
    }

    private static Briefing briefing() {
        Briefing real = Briefings.real().briefing();
        List<Probe> probes = List.of(
                new Probe("database listens", SECOND, new ProbeCheck.Tcp("orders-db.shop", 5432, SECOND)),
                new Probe("few errors", SECOND, prometheus("http://prometheus.example", "0.050", "TOKEN")),
                new Probe("its own", SECOND, prometheus(null, "1000", null)));
        return new Briefing(
                real.drill(),
                real.subject(),
                real.stage(),
                real.participants(),
                real.eligible(),
                real.detection(),
                real.expectImpact(),
                new SteadyState(Duration.ofSeconds(5), probes),
                real.faults(),
                real.objectives(),
                real.guardrails(),
                real.hints(),
                real.seed());
    }

    private static ProbeCheck prometheus(@Nullable String url, String limit, @Nullable String tokenFrom) {
        Threshold threshold = new Threshold(Comparison.BELOW, new BigDecimal(limit));
        return new ProbeCheck.Prometheus(url, "sum(errors)", threshold, tokenFrom, SECOND);
    }

    private static List<String> golden() throws IOException {
        try (InputStream in = GoldenProbesTest.class.getResourceAsStream("probes-v1.jsonl")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
