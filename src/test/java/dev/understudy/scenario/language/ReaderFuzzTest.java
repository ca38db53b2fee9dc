package dev.understudy.scenario.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.understudy.app.Catalog;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Spoilt files must end in problems, never in an exception, a hang or a heap that runs full. The build spoils a few
 * thousand files, always the same ones; {@code -Dunderstudy.fuzz=10m} goes on for ten minutes with new ones.
 */
class ReaderFuzzTest {
    private static final int IN_THE_BUILD = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ScenarioFiles files = Catalog.files();
    private final Source roster = Source.file(Path.of("scenarios/roster.yaml"));
    private long good;
    private long slowest;

    @Test
    void spoilt_files_end_in_problems() throws Exception {
        List<byte[]> seeds = seeds();
        String asked = System.getProperty("understudy.fuzz");

        long read = asked == null
                ? spoil(seeds, 20_261_121, IN_THE_BUILD)
                : spoilFor(seeds, Duration.parse("PT" + asked.toUpperCase(Locale.ROOT)));

        assertThat(read).isPositive();
        if (asked != null) {
            System.out.printf(
                    "fuzz: %d files, %d still good, slowest %d ms, heap %d MiB%n",
                    read,
                    good,
                    slowest / 1_000_000,
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
        }
    }

    private static List<byte[]> seeds() throws Exception {
        List<byte[]> seeds = new ArrayList<>();
        for (String folder : List.of("scenarios", "src/test/resources/broken")) {
            try (Stream<Path> found = Files.list(Path.of(folder))) {
                for (Path file : found.filter(f -> f.toString().endsWith(".yaml"))
                        .sorted()
                        .toList()) {
                    seeds.add(Files.readAllBytes(file));
                }
            }
        }
        return seeds;
    }

    private long spoilFor(List<byte[]> seeds, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        long read = 0;
        for (long seed = System.nanoTime(); System.nanoTime() < end; seed++) {
            read += spoil(seeds, seed, 500);
        }
        return read;
    }

    private long spoil(List<byte[]> seeds, long seed, int times) {
        SplittableRandom random = new SplittableRandom(seed);
        Mutations mutations = new Mutations(random);
        for (int i = 0; i < times; i++) {
            // the examples are spoilt as often as all the broken files together
            int which = random.nextBoolean() ? random.nextInt(seeds.size()) : random.nextInt(2);
            byte[] spoilt = mutations.of(seeds.get(which));
            String name = "seed " + seed + ", file " + i;
            assertTimeoutPreemptively(PATIENCE, () -> read(name, spoilt), name);
        }
        return times;
    }

    private void read(String name, byte[] bytes) {
        long start = System.nanoTime();
        try {
            Read<?> read = files.any(
                    Source.stream(name, new ByteArrayInputStream(bytes)), Optional.of(roster), Map.of("replicas", "1"));
            switch (read) {
                case Read.Good<?> still -> good++;
                case Read.Bad<?> bad -> assertThat(bad.problems()).isNotEmpty().hasSizeLessThan(400);
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(name + " ended in " + e, e);
        }
        slowest = Math.max(slowest, System.nanoTime() - start);
    }
}
