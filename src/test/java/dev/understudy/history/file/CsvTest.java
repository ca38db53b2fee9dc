package dev.understudy.history.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.history.Flaw;
import dev.understudy.history.Incident;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Incidents in CSV that is as it should be, or nearly. */
class CsvTest {
    private static final String HEADER = "id,service,class,opened,worked";

    private final Desk desk = new Desk();

    @Test
    void every_column_is_read_in_any_order() throws IOException {
        desk.take(
                "changed,advised,reassigned,worked,escalations,resolved_by,resolved,acknowledged_by,acknowledged,opened,class,service,id",
                "fay,eli,dia,cem,2,bo,2026-03-01T12:00:00Z,ana,2026-03-01T10:05:00Z,2026-03-01T10:00:00Z,cache-loss,checkout,7");

        Incident incident = desk.only();
        assertThat(incident.source()).isEqualTo("pager");
        assertThat(incident.id()).isEqualTo("7");
        assertThat(incident.service()).isEqualTo("checkout");
        assertThat(incident.incidentClass()).isEqualTo("cache-loss");
        assertThat(incident.opened()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(incident.acknowledged()).isEqualTo(Instant.parse("2026-03-01T10:05:00Z"));
        assertThat(incident.resolved()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(incident.escalations()).isEqualTo(2);
        assertThat(desk.parts())
                .containsExactlyInAnyOrder(
                        "acknowledged:ana",
                        "resolved:bo",
                        "worked:cem",
                        "reassigned:dia",
                        "advised:eli",
                        "changed:fay");
    }

    @Test
    void names_of_columns_may_be_written_as_people_write_them() throws IOException {
        desk.take("ID,Service,Opened,Acknowledged By", "7,checkout,2026-03-01T10:00:00Z,ana");

        assertThat(desk.parts()).containsExactly("acknowledged:ana");
    }

    @Test
    void several_people_in_a_cell_each_took_part_and_each_once() throws IOException {
        desk.take(HEADER, "7,checkout,,2026-03-01T10:00:00Z,ana; bo@shop.example;;ana");

        assertThat(desk.parts()).containsExactly("worked:ana", "worked:bo");
    }

    @Test
    void columns_that_nobody_asks_for_are_passed_over_and_named() throws IOException {
        Takings takings = desk.take("id,service,opened,priority", "7,checkout,2026-03-01T10:00:00Z,P1");

        assertThat(takings.added()).isEqualTo(1);
        assertThat(takings.passedOver()).containsExactly("priority");
    }

    @Test
    void quoted_cells_hold_separators_quotes_and_line_breaks_and_line_numbers_stay_right() throws IOException {
        desk.take(
                "id,service,class,opened",
                "1,\"checkout, \"\"the\r\n\nold\"\" one\",x,2026-03-01T10:00:00Z",
                "2,checkout,x,never");

        assertThat(desk.only().service()).isEqualTo("checkout, \"the\n\nold\" one");
        assertThat(desk.rejects).singleElement().asString().startsWith("5: 'opened': 'never' is no time");
    }

    @Test
    void lines_may_end_as_on_any_system_and_blank_ones_are_no_rows() throws IOException {
        Takings takings = desk.take(
                HEADER + "\r\n\r\n1,checkout,,2026-03-01T10:00:00Z,\r\n   \n2,checkout,,2026-03-01T10:00:00Z,ana");

        assertThat(takings.rows()).isEqualTo(2);
        assertThat(desk.ids()).containsExactly("1", "2");
    }

    @Test
    void cells_that_look_like_formulas_are_only_text() throws IOException {
        desk.take(HEADER, "=1+1,\"=cmd|' /C calc'!A0\",@SUM(A1),2026-03-01T10:00:00Z,");

        assertThat(desk.only().id()).isEqualTo("=1+1");
        assertThat(desk.only().service()).isEqualTo("=cmd|' /C calc'!A0");
        assertThat(desk.only().incidentClass()).isEqualTo("@SUM(A1)");
    }

    @Test
    void a_header_without_rows_is_no_mistake() throws IOException {
        Takings takings = desk.take(HEADER);

        assertThat(takings.rows()).isZero();
        assertThat(takings.finished()).isTrue();
    }

    @Test
    void the_same_row_twice_is_taken_once() throws IOException {
        String row = "7,checkout,,2026-03-01T10:00:00Z,ana;bo";

        Takings takings = desk.take(HEADER, row, "7,checkout,,2026-03-01 10:00:00+00:00,bo;ana");
        Takings again = desk.take(HEADER, row);

        assertThat(takings.added()).isEqualTo(1);
        assertThat(takings.same()).isEqualTo(1);
        assertThat(again.added()).isZero();
        assertThat(again.same()).isEqualTo(1);
    }

    @Test
    void another_incident_with_the_same_id_is_rejected_with_its_line_and_the_first_one_stays() throws IOException {
        Takings takings = desk.take(
                HEADER,
                "7,checkout,,2026-03-01T10:00:00Z,ana",
                "8,checkout,,2026-03-01T10:00:00Z,",
                "7,search,,2026-03-01T10:00:00Z,ana");

        assertThat(takings.rejected()).isEqualTo(Map.of(Flaw.Kind.CONFLICT, 1L));
        assertThat(desk.rejects).singleElement().asString().startsWith("4: incident '7' was taken already");
        assertThat(desk.incidents()).extracting(Incident::service).containsOnly("checkout");
    }

    @Test
    void true_is_one_escalation() throws IOException {
        desk.take("id,service,opened,escalations", "7,checkout,2026-03-01T10:00:00Z,true");

        assertThat(desk.only().escalations()).isEqualTo(1);
    }

    @Test
    void an_empty_file_is_of_no_use() {
        assertThatThrownBy(() -> desk.take("")).isInstanceOf(UnusableFile.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> desk.take("\n \n")).isInstanceOf(UnusableFile.class);
    }

    @Test
    void a_column_that_is_not_there_is_named_with_the_nearest_one() {
        assertThatThrownBy(() -> desk.take("id,servce,opened", "1,checkout,2026-03-01T10:00:00Z"))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("no column 'service'")
                .hasMessageContaining("did you mean 'servce'?");
    }

    @Test
    void all_columns_that_are_not_there_are_named_at_once() {
        assertThatThrownBy(() -> desk.take("a,b,c", "1,2,3"))
                .hasMessageContaining("'id'")
                .hasMessageContaining("'service'")
                .hasMessageContaining("'opened'")
                .hasMessageContaining("the header has 'a', 'b', 'c'");
    }

    @Test
    void a_column_that_stands_twice_is_nobodys() {
        assertThatThrownBy(() -> desk.take("id,service,opened,ID", "1,checkout,2026-03-01T10:00:00Z,2"))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("'id' stands in the header more than once, as number 1 and 4");
    }

    @Test
    void a_name_that_stands_twice_over_columns_that_are_not_read_is_no_mistake() throws IOException {
        assertThat(desk.take("id,service,opened,note,note", "1,checkout,2026-03-01T10:00:00Z,a,b")
                        .added())
                .isEqualTo(1);
    }

    @Test
    void another_separator_is_noticed() {
        assertThatThrownBy(() -> desk.take("id;service;opened", "1;checkout;2026-03-01T10:00:00Z"))
                .hasMessage("the header is one column, 'id;service;opened': say 'separator: semicolon' in a mapping");
    }
}
