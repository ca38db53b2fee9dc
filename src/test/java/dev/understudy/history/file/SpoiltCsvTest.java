package dev.understudy.history.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.history.Flaw;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** CSV that is not as it should be: what is wrong is told by its line, and the rest is taken. */
class SpoiltCsvTest {
    private static final String HEADER = "id,service,opened\n";

    private final Desk desk = new Desk();

    @Test
    void a_quote_that_nobody_closes_spoils_its_own_line_and_no_other() throws IOException {
        desk.take(HEADER + row(1) + "2,\"checkout,2026-03-01T10:00:00Z\n" + rows(3, 5000));

        assertThat(desk.rejects).containsExactly("3: a quote is opened here and never closed as it should be");
        assertThat(desk.ids()).hasSize(4999);
    }

    @Test
    void a_quote_that_a_later_one_seems_to_close_spoils_its_own_line_and_no_other() throws IOException {
        desk.take(HEADER + "1,\"checkout,2026-03-01T10:00:00Z\n" + row(2) + "3,\"checkout\",2026-03-01T10:00:00Z\n"
                + row(4));

        assertThat(desk.rejects).containsExactly("2: a quote is opened here and never closed as it should be");
        assertThat(desk.ids()).containsExactly("2", "3", "4");
    }

    @Test
    void a_quote_on_the_last_line_that_nobody_closes_is_told() throws IOException {
        desk.take(HEADER + row(1) + "2,checkout,\"2026");

        assertThat(desk.rejects).singleElement().asString().startsWith("3: a quote");
        assertThat(desk.ids()).containsExactly("1");
    }

    @Test
    void text_behind_a_closing_quote_is_told() throws IOException {
        desk.take(HEADER + "1,\"check\"out,2026-03-01T10:00:00Z\n" + row(2));

        assertThat(desk.rejects).singleElement().asString().startsWith("2: text stands behind a closing quote");
        assertThat(desk.ids()).containsExactly("2");
    }

    @Test
    void a_row_with_more_or_fewer_cells_than_the_header_is_told() throws IOException {
        desk.take(HEADER + "1,checkout\n" + row(2) + "3,checkout,2026-03-01T10:00:00Z,x\n");

        assertThat(desk.rejects)
                .containsExactly(
                        "2: the row has 2 cells, and the header 3", "4: the row has 4 cells, and the header 3");
        assertThat(desk.ids()).containsExactly("2");
    }

    @Test
    void a_row_of_a_hundred_thousand_cells_is_told() throws IOException {
        desk.take(HEADER + ",".repeat(99_999) + "\n" + row(2));

        assertThat(desk.rejects).containsExactly("2: the row has 100000 cells, and the header 3");
        assertThat(desk.ids()).containsExactly("2");
    }

    @Test
    void a_line_without_end_is_told_and_passed_over() throws IOException {
        InputStream endless = new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream((HEADER + row(1)).getBytes(StandardCharsets.UTF_8)),
                new Repeated('x', 300L << 20),
                new ByteArrayInputStream(("\n" + row(3)).getBytes(StandardCharsets.UTF_8)))));

        desk.take(endless);

        assertThat(desk.rejects).containsExactly("3: the line is longer than 1 MiB");
        assertThat(desk.ids()).containsExactly("1", "3");
    }

    @Test
    void a_header_without_end_is_of_no_use() {
        assertThatThrownBy(() -> desk.take(new Repeated('x', 2L << 20)))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("longer than 1 MiB");
    }

    @Test
    void a_line_just_short_enough_is_read_wherever_the_blocks_of_the_file_end() throws IOException {
        for (int length : new int[] {65_535, 65_536, 65_537, 131_072, Lines.LONGEST}) {
            Desk fresh = new Desk();
            String end = ",checkout,2026-03-01T10:00:00Z";
            fresh.take(HEADER + "x".repeat(length - end.length()) + end + "\n" + row(2));

            assertThat(fresh.rejects).singleElement().asString().startsWith("2: 'id' has ");
            assertThat(fresh.ids()).containsExactly("2");
        }
    }

    @Test
    void a_nul_spoils_its_line() throws IOException {
        desk.take(HEADER + "1,check\0out,2026-03-01T10:00:00Z\n" + row(2));

        assertThat(desk.rejects).singleElement().asString().startsWith("2: the line holds a NUL");
        assertThat(desk.ids()).containsExactly("2");
    }

    @Test
    void a_carriage_return_inside_a_row_makes_no_second_one() throws IOException {
        desk.take(HEADER + "1,checkout,2026-03-01T10:00:00Z\r9,search,2026-03-01T10:00:00Z\n" + row(2));

        assertThat(desk.rejects).singleElement().asString().startsWith("2: a carriage return");
        assertThat(desk.ids()).containsExactly("2");
    }

    @Test
    void a_quote_behind_a_carriage_return_inside_a_row_is_told() throws IOException {
        desk.take(HEADER + "1,checkout,x\r\"9,search\n" + row(2));

        assertThat(desk.rejects).containsExactly("2: quotes and carriage returns are out of place");
        assertThat(desk.ids()).containsExactly("2");
    }

    @Test
    void what_a_row_needs_is_told_when_it_is_missing() throws IOException {
        Takings takings = desk.take(HEADER + ",,\n");

        assertThat(desk.rejects).containsExactly("2: there is no opened; there is no service; there is no id");
        assertThat(takings.rejected()).isEqualTo(Map.of(Flaw.Kind.MISSING, 1L));
    }

    @Test
    void a_row_that_contradicts_itself_is_told_with_everything_that_is_wrong() throws IOException {
        desk.take(
                "id,service,opened,acknowledged,resolved,escalations",
                "1,checkout,2026-03-01T10:00:00Z,2026-03-01T09:00:00Z,2026-03-01T08:00:00Z,-2",
                "2,checkout,2027-03-01T10:00:00Z,,,many");

        assertThat(desk.rejects)
                .containsExactly(
                        "2: resolved at 2026-03-01T08:00:00Z, before it was opened at 2026-03-01T10:00:00Z;"
                                + " acknowledged at 2026-03-01T09:00:00Z, before it was opened at 2026-03-01T10:00:00Z;"
                                + " resolved at 2026-03-01T08:00:00Z, before it was acknowledged at 2026-03-01T09:00:00Z;"
                                + " escalated -2 times",
                        "3: 'many' is no number of escalations: 0 to 1000;"
                                + " opened at 2027-03-01T10:00:00Z, which is yet to come");
    }

    @Test
    void what_a_file_says_reaches_no_terminal_as_a_command() throws IOException {
        desk.take(HEADER + "1,checkout,\u001b[2J\u202e" + "x".repeat(500) + "\n");

        assertThat(desk.rejects)
                .singleElement()
                .asString()
                .contains("'\\u001B[2J\\u202Exxx")
                .hasSizeLessThan(300);
    }

    static String row(int id) {
        return id + ",checkout,2026-03-01T10:00:00Z\n";
    }

    private static String rows(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(SpoiltCsvTest::row).collect(Collectors.joining());
    }

    /** One byte, again and again. */
    private static final class Repeated extends InputStream {
        private final char character;
        private long left;

        Repeated(char character, long times) {
            this.character = character;
            this.left = times;
        }

        @Override
        public int read() {
            return left-- > 0 ? character : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int count = (int) Math.min(length, left);
            Arrays.fill(into, offset, offset + count, (byte) character);
            left -= count;
            return count == 0 ? -1 : count;
        }
    }
}
