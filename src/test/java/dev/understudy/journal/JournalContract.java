package dev.understudy.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.drill.Entry;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every journal. */
public abstract class JournalContract {
    /** A journal with nothing in it. */
    protected abstract Journal journal();

    @Test
    void gives_back_what_was_appended_in_order() {
        List<Entry> entries = SampleDrill.entries();
        journal().append(SampleDrill.ID, 0, entries.subList(0, 3));
        journal().append(SampleDrill.ID, 3, entries.subList(3, entries.size()));

        assertThat(journal().read(SampleDrill.ID)).isEqualTo(entries);
    }

    @Test
    void knows_nothing_of_a_drill_that_was_never_opened() {
        assertThat(journal().read("never")).isEmpty();
    }

    @Test
    void refuses_who_has_not_seen_the_latest_entry() {
        List<Entry> entries = SampleDrill.entries();
        journal().append(SampleDrill.ID, 0, entries.subList(0, 3));

        assertThatThrownBy(() -> journal().append(SampleDrill.ID, 2, entries.subList(2, 3)))
                .isInstanceOf(JournalConflict.class)
                .hasMessageContaining("has 3 entries, not 2");
        assertThat(journal().read(SampleDrill.ID)).hasSize(3);
    }

    @Test
    void refuses_to_continue_a_drill_that_does_not_exist() {
        assertThatThrownBy(() -> journal()
                        .append(SampleDrill.ID, 2, SampleDrill.entries().subList(2, 3)))
                .isInstanceOf(JournalConflict.class);
    }

    @Test
    void refuses_a_gap_in_the_numbers() {
        List<Entry> entries = SampleDrill.entries();

        assertThatThrownBy(() -> journal().append(SampleDrill.ID, 0, List.of(entries.get(0), entries.get(2))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(journal().read(SampleDrill.ID)).isEmpty();
    }

    @Test
    void of_many_who_append_the_same_number_one_wins() {
        List<Entry> entries = SampleDrill.entries();
        journal().append(SampleDrill.ID, 0, entries.subList(0, 3));
        AtomicInteger won = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 6)
                    .forEach(_ -> threads.execute(() -> {
                        try {
                            journal().append(SampleDrill.ID, 3, entries.subList(3, 4));
                            won.incrementAndGet();
                        } catch (JournalConflict e) {
                            refused.incrementAndGet();
                        }
                    }));
        }

        assertThat(won).hasValue(1);
        assertThat(refused).hasValue(5);
        assertThat(journal().read(SampleDrill.ID)).hasSize(4);
    }

    @Test
    void lists_drills_newest_first() {
        open("older", 0);
        open("newest", 3_000_000);
        open("newer", 500);

        assertThat(journal().drills()).extracting(DrillSummary::drill).containsExactly("newest", "newer", "older");
        assertThat(journal().drills().getFirst().opened()).isEqualTo(SampleDrill.OPENED.plusMillis(3_000_000));
        assertThat(journal().drills().getFirst().length()).isEqualTo(1);
    }

    @Test
    void tells_which_drills_have_ended() {
        List<Entry> entries = SampleDrill.entries();
        journal().append(SampleDrill.ID, 0, entries.subList(0, 22));
        assertThat(journal().drills()).extracting(DrillSummary::ended).containsExactly(false);

        journal().append(SampleDrill.ID, 22, entries.subList(22, 23));
        assertThat(journal().drills()).extracting(DrillSummary::ended).containsExactly(true);
    }

    private void open(String drill, long millis) {
        journal()
                .append(
                        drill,
                        0,
                        SampleDrill.entries(drill, SampleDrill.OPENED.plusMillis(millis), true)
                                .subList(0, 1));
    }
}
