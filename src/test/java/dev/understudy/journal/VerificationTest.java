package dev.understudy.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.journal.Chain.Row;
import dev.understudy.journal.Verification.Break;
import dev.understudy.journal.Verification.Broken;
import dev.understudy.journal.Verification.Intact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class VerificationTest {
    private final Map<String, Chain> store = new TreeMap<>();

    @Test
    void finds_nothing_in_an_untouched_journal() {
        store("a", "a0", "a1", "a2");
        store("b", "b0");

        Verification result = verify(Map.of());

        assertThat(result).isEqualTo(new Intact(2, 4, Map.of("a", head("a"), "b", head("b"))));
    }

    @Test
    void finds_a_changed_body() {
        store("a", "a0", "a1", "a2");
        rows(
                "a",
                rows -> replaced(
                        rows,
                        1,
                        new Row(1, "a1 as I would have liked it", rows.get(1).hash())));

        assertThat(onlyBreak()).satisfies(b -> {
            assertThat(b.number()).isEqualTo(1);
            assertThat(b.what()).contains("changed");
            assertThat(b.expected()).isNotEqualTo(b.found());
        });
    }

    @Test
    void finds_a_changed_body_whose_hash_was_changed_with_it() {
        store("a", "a0", "a1", "a2");
        rows(
                "a",
                rows -> replaced(
                        rows, 1, new Row(1, "x", HashChain.next(rows.get(0).hash(), "x"))));

        assertThat(onlyBreak().number()).isEqualTo(2);
    }

    @Test
    void finds_a_row_removed_in_the_middle() {
        store("a", "a0", "a1", "a2");
        rows("a", rows -> List.of(rows.get(0), rows.get(2)));

        assertThat(onlyBreak()).satisfies(b -> {
            assertThat(b.number()).isEqualTo(1);
            assertThat(b.what()).contains("missing");
        });
    }

    @Test
    void finds_rows_numbered_anew_after_one_was_removed() {
        store("a", "a0", "a1", "a2");
        rows("a", rows -> List.of(rows.get(0), new Row(1, "a2", rows.get(2).hash())));

        assertThat(onlyBreak().number()).isEqualTo(1);
    }

    @Test
    void finds_a_removed_tail_because_the_drill_counts_its_entries() {
        store("a", "a0", "a1", "a2");
        rows("a", rows -> rows.subList(0, 2));

        assertThat(onlyBreak()).satisfies(b -> {
            assertThat(b.number()).isEqualTo(2);
            assertThat(b.what()).contains("there were 3");
        });
    }

    @Test
    void finds_a_tail_removed_everywhere_only_by_a_hash_that_a_report_kept() {
        store("a", "a0", "a1", "a2");
        String reported = head("a");
        store("a", "a0", "a1");

        assertThat(verify(Map.of())).isInstanceOf(Intact.class);
        assertThat(verify(Map.of("a", reported)))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.breaks().getFirst().what()).contains("a report vouches for"));
    }

    @Test
    void accepts_entries_that_were_added_after_a_report() {
        store("a", "a0", "a1");
        String reported = head("a");
        store("a", "a0", "a1", "a note of the day after");

        assertThat(verify(Map.of("a", reported))).isInstanceOf(Intact.class);
    }

    @Test
    void misses_a_drill_that_a_report_tells_of() {
        assertThat(verify(Map.of("a", HashChain.start("a")))).isInstanceOf(Broken.class);
    }

    @Test
    void finds_reordered_rows() {
        store("a", "a0", "a1", "a2");
        rows(
                "a",
                rows -> List.of(
                        rows.get(0),
                        new Row(1, "a2", rows.get(2).hash()),
                        new Row(2, "a1", rows.get(1).hash())));

        assertThat(onlyBreak().number()).isEqualTo(1);
    }

    @Test
    void finds_rows_swapped_between_drills() {
        store("a", "a0", "a1");
        store("b", "b0", "b1");
        Row fromA = chain("a").rows().get(1);
        Row fromB = chain("b").rows().get(1);
        rows("a", rows -> replaced(rows, 1, fromB));
        rows("b", rows -> replaced(rows, 1, fromA));

        assertThat(((Broken) verify(Map.of())).breaks())
                .extracting(Break::drill, Break::number)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", 1), org.assertj.core.groups.Tuple.tuple("b", 1));
    }

    @Test
    void finds_whole_drills_that_changed_names() {
        store("a", "a0");
        Chain a = chain("a");
        store.put("b", new Chain("b", a.length(), a.head(), a.rows()));
        store.remove("a");

        assertThat(onlyBreak().number()).isZero();
    }

    @Test
    void finds_an_entry_added_beside_the_program() {
        store("a", "a0");
        rows(
                "a",
                rows -> List.of(
                        rows.getFirst(),
                        new Row(1, "x", HashChain.next(rows.getFirst().hash(), "x"))));

        assertThat(onlyBreak()).satisfies(b -> {
            assertThat(b.number()).isEqualTo(1);
            assertThat(b.what()).contains("added");
        });
    }

    @Test
    void finds_a_head_that_is_not_of_the_last_entry() {
        store("a", "a0");
        store.put("a", new Chain("a", 1, HashChain.start("x"), chain("a").rows()));

        assertThat(onlyBreak().what()).contains("head");
    }

    @Test
    void finds_entries_of_a_drill_that_is_gone() {
        store("a", "a0");
        store.put("a", new Chain("a", 0, null, chain("a").rows()));

        assertThat(onlyBreak().what()).contains("the drill they belong to is not");
    }

    private void store(String drill, String... bodies) {
        String hash = HashChain.start(drill);
        List<Row> rows = new ArrayList<>();
        for (String body : bodies) {
            hash = HashChain.next(hash, body);
            rows.add(new Row(rows.size(), body, hash));
        }
        store.put(drill, new Chain(drill, rows.size(), hash, rows));
    }

    private void rows(String drill, UnaryOperator<List<Row>> change) {
        Chain chain = chain(drill);
        store.put(drill, new Chain(drill, chain.length(), chain.head(), change.apply(chain.rows())));
    }

    private static List<Row> replaced(List<Row> rows, int index, Row row) {
        List<Row> all = new ArrayList<>(rows);
        all.set(index, row);
        return all;
    }

    private Chain chain(String drill) {
        return store.getOrDefault(drill, new Chain(drill, 0, null, List.of()));
    }

    private String head(String drill) {
        return String.valueOf(chain(drill).head());
    }

    private Verification verify(Map<String, String> vouched) {
        return Verification.of(
                new Chains() {
                    @Override
                    public List<String> chained() {
                        return List.copyOf(store.keySet());
                    }

                    @Override
                    public Chain chain(String drill) {
                        return VerificationTest.this.chain(drill);
                    }
                },
                vouched);
    }

    private Break onlyBreak() {
        List<Break> breaks = ((Broken) verify(Map.of())).breaks();
        assertThat(breaks).hasSize(1);
        return breaks.getFirst();
    }
}
