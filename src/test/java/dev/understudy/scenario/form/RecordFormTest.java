package dev.understudy.scenario.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.understudy.cluster.Workload;
import dev.understudy.cluster.WorkloadKind;
import dev.understudy.fault.FaultSpec;
import dev.understudy.fault.SpecField;
import dev.understudy.probe.Share;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordFormTest {
    enum Mode {
        ONE,
        FIXED_PERCENT
    }

    record Kill(
            Mode mode,

            @SpecField(value = "how many", min = 1, max = 9, byDefault = "2")
            int value,

            @Nullable Duration grace,

            @SpecField(value = "which part", byDefault = "50%")
            Share share,

            Map<String, String> selector,
            List<String> containers,
            @Nullable Workload workload,

            @SpecField(value = "whether to", byDefault = "false")
            boolean force)
            implements FaultSpec {
        Kill {
            if (force && selector.isEmpty()) {
                throw new IllegalArgumentException("force needs a selector");
            }
        }
    }

    record Unknown(Thread thread) implements FaultSpec {}

    private static final RecordForm<Kill> FORM = new RecordForm<>(Kill.class);

    @Test
    void reads_every_kind_of_component_a_fault_may_have() {
        Reading<@Nullable Kill> reading = Reading.of(FORM, """
                mode: fixed-percent
                value: 3
                grace: 5s
                share: 10%
                selector: {app: cache}
                containers: [a, b]
                workload: {kind: StatefulSet, name: db}
                force: true
                """);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.value())
                .isEqualTo(new Kill(
                        Mode.FIXED_PERCENT,
                        3,
                        Duration.ofSeconds(5),
                        new Share(10, true),
                        Map.of("app", "cache"),
                        List.of("a", "b"),
                        new Workload(WorkloadKind.STATEFUL_SET, "db"),
                        true));
    }

    @Test
    void what_may_be_left_out_has_its_default() {
        Reading<@Nullable Kill> reading = Reading.of(FORM, "mode: one");

        assertThat(reading.value())
                .isEqualTo(new Kill(Mode.ONE, 2, null, new Share(50, true), Map.of(), List.of(), null, false));
    }

    @Test
    void bounds_words_and_unknown_fields_are_checked() {
        Reading<@Nullable Kill> reading = Reading.of(FORM, "{mode: two, value: 10, sahre: 5%}");

        assertThat(reading.value()).isNull();
        assertThat(reading.problems()).hasSize(3).anyMatch(p -> p.contains("1 to 9"));
    }

    @Test
    void what_the_record_refuses_is_a_problem_in_its_words() {
        Reading<@Nullable Kill> reading = Reading.of(FORM, "{mode: one, force: true}");

        assertThat(reading.problems()).containsExactly("f:1:1: force needs a selector");
    }

    @Test
    void a_type_without_a_form_is_found_when_the_language_is_built() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordForm<>(Unknown.class))
                .withMessageContaining("java.lang.Thread");
    }
}
