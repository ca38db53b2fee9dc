package dev.understudy.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Any signal may reach a drill at any time, late, early or twice. */
class LateSignalsTest {
    private static List<DrillEvent> take(Ledger drill, Signal signal) {
        Stamp now = Ledger.stamp(Plot.s("41s"));
        List<DrillEvent> events = DrillRules.decide(drill.drill(), signal, now);
        drill.at(now.offset()).add(events, Origin.DRILL);
        return events;
    }

    @Test
    void every_signal_in_every_state_means_what_the_table_says() {
        StringBuilder table = new StringBuilder();
        Samples.states().forEach((name, state) -> {
            table.append(name).append(" (").append(state.drill().phase()).append(")\n");
            for (Signal signal : Samples.signals()) {
                List<DrillEvent> events = take(Ledger.of(state.entries()), signal);
                if (!events.isEmpty()) {
                    table.append("    ")
                            .append(shown(signal))
                            .append(" -> ")
                            .append(names(events))
                            .append('\n');
                }
            }
        });

        Golden.check("signals.txt", table.toString());
    }

    @Test
    void no_signal_in_no_state_throws_not_even_twice_or_after_another() {
        Map<String, Ledger> states = Samples.states();
        List<Signal> signals = Samples.signals();
        states.forEach((name, state) -> signals.forEach(first -> signals.forEach(second -> {
            Ledger drill = Ledger.of(state.entries());

            assertThatCode(() -> {
                        take(drill, first);
                        take(drill, second);
                        take(drill, second);
                    })
                    .as("%s: %s, %s", name, first, second)
                    .doesNotThrowAnyException();
        })));
    }

    @Test
    void an_answer_that_comes_twice_changes_nothing() {
        List<Signal> answers = Samples.signals().stream()
                .filter(s -> s instanceof Signal.RecordHeld
                        || s instanceof Signal.Injected
                        || s instanceof Signal.NotInjected
                        || s instanceof Signal.ChangeAnswered
                        || s instanceof Signal.RecordGone
                        || s instanceof Signal.RecordStays
                        || s instanceof Signal.Concluded)
                .toList();
        Samples.states()
                .values()
                .forEach(state -> answers.forEach(answer -> {
                    Ledger drill = Ledger.of(state.entries());
                    take(drill, answer);

                    boolean noted = drill.drill().phase() == Phase.ENDING && answer instanceof Signal.RecordHeld;
                    assertThat(noted ? List.of() : take(drill, answer))
                            .as("%s", answer)
                            .isEmpty();
                }));
    }

    @Test
    void the_table_knows_every_signal() {
        assertThat(Samples.signals())
                .extracting(s -> (Object) s.getClass())
                .contains(Arrays.<Object>stream(Signal.class.getPermittedSubclasses())
                        .toArray());
    }

    private static String shown(Signal signal) {
        return switch (signal) {
            case Signal.Read read -> "Read " + read.reading().quality();
            case Signal.ChangeAnswered answer -> "ChangeAnswered " + answer.index();
            case Signal.AcknowledgedBy ack -> "AcknowledgedBy " + ack.responder();
            case Signal.Wrote wrote -> "Wrote " + wrote.actor().name();
            case Signal.LookedAt looked -> "LookedAt by " + looked.responder();
            case Signal.Intervened deed -> "Intervened by " + deed.responder();
            case Signal.Hinted hint -> "Hinted " + hint.level();
            case Signal.GlassBroke glass -> "GlassBroke " + glass.reason();
            case Signal.Stop stop -> "Stop " + stop.cause();
            default -> signal.getClass().getSimpleName();
        };
    }

    private static String names(List<DrillEvent> events) {
        return events.stream().map(e -> e.getClass().getSimpleName()).collect(Collectors.joining(", "));
    }
}
