package dev.understudy.journal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryCodecTest {
    private static final String NOTED = "{\"event\":{\"text\":\"hello\",\"type\":\"noted\"},\"number\":4,"
            + "\"origin\":{\"grade\":\"a\",\"source\":\"drill\",\"who\":\"understudy\"},"
            + "\"stamp\":{\"at\":\"2026-11-21T10:15:00Z\",\"offset\":\"PT1.5S\"},\"v\":1}";

    @Test
    void writes_sorted_keys_and_no_space() {
        assertThat(EntryCodec.encode(noted("hello"))).isEqualTo(NOTED);
    }

    @Test
    void skips_fields_that_a_later_version_added() {
        String later =
                NOTED.replace("\"text\"", "\"mood\":{\"a\":[1]},\"text\"").replace("\"v\":1", "\"v\":1,\"x\":0");

        assertThat(EntryCodec.decode(later)).isEqualTo(noted("hello"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\"v\":1, \"v\":2, format 2; this one reads up to 1: upgrade",
                "\"v\":1, \"w\":1, no format version",
                "\"noted\", \"sung\", 'sung' is no DrillEvent that this version of Understudy knows",
                "\"grade\":\"a\", \"grade\":\"z\", 'z' is no Grade",
                "\"text\":\"hello\", \"txt\":\"hello\", event.text is missing",
                "\"text\":\"hello\", \"text\":5, event.text is not a string",
                "PT1.5S, soon, stamp.offset is no Duration",
                "\"number\":4, \"number\":4000000000, number is not a integer",
                "\"number\":4, `\"number\":4,\"number\":5`, it is not JSON",
                "\"v\":1}, \"v\":1}{, something follows its end"
            })
    void says_where_an_entry_cannot_be_read(String good, String bad, String message) {
        assertThatThrownBy(() -> EntryCodec.decode(NOTED.replace(good, bad)))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "5", "null", "{", "\u0000"})
    void says_that_a_text_is_no_entry(String text) {
        assertThatThrownBy(() -> EntryCodec.decode(text)).isInstanceOf(CodecException.class);
    }

    @Test
    void a_text_cut_in_the_middle_of_a_character_can_be_written() {
        String text = EntryCodec.encode(noted("503 instead of 200: \uD83D"));

        assertThat(EntryCodec.decode(text)).isEqualTo(noted("503 instead of 200: ?"));
    }

    @Test
    void a_change_of_a_secret_shows_the_length_of_its_values_and_nothing_else() {
        String text = EntryCodec.encode(planned(secretEdit().redacted()));

        assertThat(text)
                .contains("\"after\":{\"bytes\":8,\"type\":\"hidden\"}")
                .contains("\"before\":{\"bytes\":7,\"type\":\"hidden\"}")
                .doesNotContain("hunter");
    }

    @Test
    void refuses_to_write_a_change_of_a_secret_that_shows_its_values() {
        Change create = new Change.Create(
                new ObjectRef(ResourceType.SECRET, "shop", "db"), Map.of("data", Map.of("password", "hunter2")), "m");

        assertThat(List.of(secretEdit(), create))
                .allSatisfy(change -> assertThatThrownBy(() -> EntryCodec.encode(planned(change)))
                        .isInstanceOf(CodecException.class)
                        .hasMessageContaining("must be hidden")
                        .hasMessageNotContaining("hunter"));
    }

    @Test
    void keeps_a_field_path_whose_merge_key_holds_a_bracket() {
        FieldPath odd = new FieldPath(List.of(new FieldPath.Step.Element("name", "a]b")));
        Change change = new Change.Edit(
                new ObjectRef(ResourceType.POD, "shop", "a"),
                "uid",
                List.of(new FieldEdit(odd, FieldValue.ABSENT, FieldValue.ABSENT)));

        assertThat(EntryCodec.decode(EntryCodec.encode(planned(change)))).isEqualTo(planned(change));
    }

    @Test
    void keeps_the_grace_of_a_removed_pod_and_reads_entries_from_before_there_was_one() {
        ObjectRef pod = new ObjectRef(ResourceType.POD, "shop", "a");
        String text = EntryCodec.encode(planned(new Change.RemovePod(pod, "uid", false, 0)));
        String older = text.replace("\"grace\":0,", "");

        assertThat(EntryCodec.decode(text)).isEqualTo(planned(new Change.RemovePod(pod, "uid", false, 0)));
        assertThat(older).isNotEqualTo(text);
        assertThat(EntryCodec.decode(older)).isEqualTo(planned(new Change.RemovePod(pod, "uid", false)));
    }

    private static Change secretEdit() {
        return new Change.Edit(
                new ObjectRef(ResourceType.SECRET, "shop", "db"),
                "uid",
                List.of(new FieldEdit(
                        FieldPath.of("data.password"),
                        new FieldValue.Json("hunter2"),
                        new FieldValue.Json("hunter22"))));
    }

    private static Entry planned(Change change) {
        return entry(new DrillEvent.FaultPlanned("leak", List.of(change), 0, 1));
    }

    private static Entry noted(String text) {
        return entry(new DrillEvent.Noted(text));
    }

    private static Entry entry(DrillEvent event) {
        return new Entry(
                4, new Stamp(Instant.parse("2026-11-21T10:15:00Z"), Duration.ofMillis(1500)), Origin.DRILL, event);
    }
}
