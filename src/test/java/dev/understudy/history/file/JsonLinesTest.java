package dev.understudy.history.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLinesTest {
    private static final String BARE = "\"id\": 7, \"service\": \"checkout\", \"opened\": \"2026-03-01T10:00:00Z\"";

    private final Desk desk = new Desk().jsonLines();

    @Test
    void every_field_is_read() throws IOException {
        desk.take("""
                {"id": "7", "service": "checkout", "class": "cache-loss", "opened": "2026-03-01T10:00:00Z", \
                "acknowledged": "2026-03-01T10:05:00Z", "acknowledged_by": "bo", "resolved": null, "escalations": 1, \
                "worked": ["ana", "cem"], "participants": [{"who": "dia", "kind": "advised"}, {"who": "ana", "kind": "changed"}]}""");

        assertThat(desk.only().id()).isEqualTo("7");
        assertThat(desk.only().acknowledged()).isEqualTo("2026-03-01T10:05:00Z");
        assertThat(desk.only().resolved()).isNull();
        assertThat(desk.only().escalations()).isEqualTo(1);
        assertThat(desk.parts())
                .containsExactly("acknowledged:bo", "worked:ana", "worked:cem", "advised:dia", "changed:ana");
    }

    @Test
    void numbers_and_other_fields_are_no_obstacle() throws IOException {
        desk.take("{" + BARE + ", \"more\": {\"a\": [1]}, \"escalations\": true}", "", "  ");

        assertThat(desk.only().id()).isEqualTo("7");
        assertThat(desk.only().escalations()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not json|no JSON object",
                "[1]|no JSON object",
                "{} {}|no JSON object",
                "{\"id\": 1, \"id\": 2}|Duplicate field 'id'",
                "{\"id\": {}}|'id' must be text",
                "{\"id\": \"\\u0000\"}|'id' holds a NUL",
                "{\"worked\": [{}]}|'worked' must be text",
                "{\"participants\": \"ana\"}|'participants' must be a list",
                "{\"participants\": [{\"kind\": \"worked\"}]}|a participant needs 'who'",
                "{\"participants\": [{\"who\": \"ana\", \"kind\": \"paged\"}]}|'kind' of a participant must be one of acknowledged",
                "{}|there is no opened"
            })
    void a_line_of_another_form_is_told_and_the_rest_is_taken(String line, String told) throws IOException {
        desk.take("{" + BARE + "}", line, "{" + BARE.replace("7", "8") + "}");

        assertThat(desk.rejects).singleElement().asString().startsWith("2: ").contains(told);
        assertThat(desk.ids()).containsExactly("7", "8");
    }

    @Test
    void keys_are_named_as_freely_as_columns_and_others_are_named_at_the_end() throws IOException {
        Takings takings = desk.take("""
                {"ID": 7, "Service": "checkout", "Opened": "2026-03-01T10:00:00Z", "Acknowledged By": "bo", "Severity": 2, \
                "Participants": [{"who": "ana", "kind": "advised"}]}""");

        assertThat(desk.only().id()).isEqualTo("7");
        assertThat(desk.parts()).containsExactly("acknowledged:bo", "advised:ana");
        assertThat(takings.passedOver()).containsExactly("Severity");
    }

    @Test
    void keys_that_are_not_read_are_remembered_up_to_a_hundred() throws IOException {
        StringBuilder many = new StringBuilder("{" + BARE);
        IntStream.range(0, 300).forEach(i -> many.append(", \"more%d\": 1".formatted(i)));

        assertThat(desk.take(many + "}").passedOver()).hasSize(100);
    }

    @Test
    void a_key_in_two_spellings_is_told() throws IOException {
        desk.take("{" + BARE + ", \"ID\": 8}");

        assertThat(desk.rejects).singleElement().asString().contains("'id' and 'ID' say the same thing twice");
    }

    @Test
    void several_names_may_stand_in_one_text() throws IOException {
        desk.take("{" + BARE + ", \"worked\": \"ana; bo\"}");

        assertThat(desk.parts()).containsExactly("worked:ana", "worked:bo");
    }

    @Test
    void a_name_of_the_mapping_that_never_occurs_is_told() throws IOException {
        desk.mapping("  columns: {worked: Assignee, changed: Changer}\n");

        Takings takings = desk.take("{" + BARE + ", \"assignee\": \"ana\"}");

        assertThat(desk.parts()).containsExactly("worked:ana");
        assertThat(takings.neverSeen()).containsExactly("Changer");
    }

    @Test
    void json_without_bottom_is_told() throws IOException {
        desk.take("{\"a\":".repeat(100_000));

        assertThat(desk.rejects).singleElement().asString().startsWith("1: the line is no JSON object");
    }

    @Test
    void an_empty_file_is_of_no_use() {
        assertThatThrownBy(() -> desk.take("\n\n"))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("empty");
    }
}
