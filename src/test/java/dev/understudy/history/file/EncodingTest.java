package dev.understudy.history.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.history.Incident;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
    private static final String FILE =
            "id,service,opened\n1,Zürich 😀,2026-03-01T10:00:00Z\n2,checkout,2026-03-01T10:00:00Z\n";

    private final Desk desk = new Desk();

    @Test
    void a_byte_order_mark_is_no_part_of_the_header() throws IOException {
        desk.take(("\uFEFF" + FILE).getBytes(StandardCharsets.UTF_8));

        assertThat(services()).contains("Zürich 😀", "checkout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf_16_is_known_by_its_byte_order_mark(String charset) throws IOException {
        desk.take(("\uFEFF" + FILE).getBytes(Charset.forName(charset)));

        assertThat(services()).contains("Zürich 😀", "checkout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32", "UTF-8", "GB18030"})
    void any_other_encoding_is_read_when_it_is_named(String charset) throws IOException {
        desk.encoding(charset).take(FILE.getBytes(Charset.forName(charset)));

        assertThat(services()).contains("Zürich 😀", "checkout");
    }

    @Test
    void windows_1252_is_read_when_it_is_named() throws IOException {
        desk.encoding("windows-1252").take(FILE.replace(" 😀", "").getBytes(Charset.forName("windows-1252")));

        assertThat(services()).contains("Zürich", "checkout");
    }

    @Test
    void a_line_in_another_encoding_than_the_rest_is_told_and_the_rest_is_taken() throws IOException {
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.write(FILE.getBytes(StandardCharsets.UTF_8));
        mixed.write("3,Zürich,2026-03-01T10:00:00Z\n".getBytes(StandardCharsets.ISO_8859_1));
        mixed.write("4,Genève,2026-03-01T10:00:00Z\n".getBytes(StandardCharsets.UTF_8));

        desk.take(mixed.toByteArray());

        assertThat(desk.rejects).singleElement().asString().startsWith("4: the line is not UTF-8");
        assertThat(desk.ids()).containsExactly("1", "2", "4");
    }

    @Test
    void half_a_character_of_utf_16_spoils_its_line_and_no_other() throws IOException {
        byte[] bytes = ("\uFEFF" + FILE).getBytes(StandardCharsets.UTF_16BE);
        int low = ("\uFEFF" + FILE).indexOf("\uDE00") * 2;
        bytes[low] = 0;
        bytes[low + 1] = 'x';

        desk.take(bytes);

        assertThat(desk.rejects).singleElement().asString().startsWith("2: the line is not UTF-8");
        assertThat(desk.ids()).containsExactly("2");
    }

    @Test
    void utf_16_without_a_mark_is_recognised_by_its_nul_bytes() {
        assertThatThrownBy(() -> desk.take(FILE.getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("--encoding");
    }

    private List<String> services() {
        return desk.incidents().stream().map(Incident::service).toList();
    }
}
