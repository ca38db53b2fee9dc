package dev.understudy.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.drill.Drill;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Signal;
import dev.understudy.exclusion.Actor;
import dev.understudy.exclusion.AuditScope;
import dev.understudy.exclusion.AuditTrail;
import dev.understudy.exclusion.AuditedRequest;
import dev.understudy.journal.SampleDrill;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LatecomersTest {
    private final List<Signal> signals = new ArrayList<>();
    private final Prompter prompter = new Prompter((_, _) -> {});

    @Test
    void who_acted_is_unknown_when_the_last_audit_events_never_come() {
        injected();

        latecomers(false).await();

        assertThat(signals)
                .filteredOn(Signal.Wrote.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(Signal.Wrote.class, wrote -> {
                    assertThat(wrote.actor().kind()).isEqualTo(Actor.Kind.UNKNOWN);
                    assertThat(wrote.sourceTime()).isEqualTo(SampleDrill.OPENED.plusMillis(6051));
                });
    }

    @Test
    void nothing_is_said_when_all_have_come() {
        injected();

        latecomers(true).await();

        assertThat(signals).isEmpty();
    }

    @Test
    void nothing_is_waited_for_when_nothing_was_injected() {
        latecomers(false).await();

        assertThat(signals).isEmpty();
    }

    private void injected() {
        List<Entry> entries = SampleDrill.entries();
        prompter.written(entries.get(7), Drill.of(entries.subList(0, 8)).orElseThrow());
    }

    private Latecomers latecomers(boolean caughtUp) {
        AuditTrail audit = new AuditTrail() {
            @Override
            public AutoCloseable follow(AuditScope scope, Consumer<AuditedRequest> listener, Consumer<String> lost) {
                return () -> {};
            }

            @Override
            public boolean caughtUp() {
                return caughtUp;
            }
        };
        Latecomers latecomers = new Latecomers(audit, SampleDrill.OPENED, prompter);
        latecomers.tell((signal, _) -> signals.add(signal));
        return latecomers;
    }
}
