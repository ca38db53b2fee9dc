package dev.understudy.journal.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Grade;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryEventTest {
    static Stream<Class<?>> events() {
        return Arrays.stream(DrillEvent.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_survives_the_journal(Class<?> event) {
        assertThat(Specimens.of(event)).isNotEmpty().allSatisfy(specimen -> {
            Entry entry = entry((DrillEvent) Objects.requireNonNull(specimen));
            assertThat(EntryCodec.decode(EntryCodec.encode(entry))).isEqualTo(entry);
        });
    }

    @ParameterizedTest
    @MethodSource("events")
    void what_was_read_and_is_written_again_is_the_same_text(Class<?> event) {
        assertThat(Specimens.of(event)).allSatisfy(specimen -> {
            String text = EntryCodec.encode(entry((DrillEvent) Objects.requireNonNull(specimen)));
            assertThat(EntryCodec.encode(EntryCodec.decode(text))).isEqualTo(text);
        });
    }

    private static Entry entry(DrillEvent event) {
        return new Entry(
                3,
                new Stamp(Instant.parse("2026-11-21T10:15:00.003Z"), Duration.ofMillis(3)),
                new Origin("bo", "audit", Grade.B),
                event);
    }
}
