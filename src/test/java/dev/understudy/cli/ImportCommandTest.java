package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.understudy.history.Incident;
import dev.understudy.journal.sql.SqlJournal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportCommandTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));
    private static final Path SAMPLES = Path.of("scenarios/history");
    private static final String HEADER = "id,service,opened,worked\n";
    private static final String GOOD = "1,checkout,2026-03-01T10:00:00Z,ana\n";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void roster() throws IOException {
        Files.copy(SAMPLES.resolve("roster.yaml"), folder.resolve("roster.yaml"));
        file = folder.resolve("incidents.csv");
    }

    @Test
    void takes_the_sample_and_nothing_twice() {
        String sample = SAMPLES.resolve("incidents.csv").toString();
        String mapping = SAMPLES.resolve("mapping.yaml").toString();

        Typed first = run(sample, "--mapping", mapping);
        Typed again = run(sample, "--mapping", mapping);

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains("357 rows (source incidents): 357 new, 0 there already, 0 rejected");
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("0 new, 357 there already, 0 rejected");
    }

    @Test
    void takes_a_source_out_so_that_it_can_be_taken_again_by_a_better_mapping() throws IOException {
        Files.writeString(file, HEADER + GOOD);
        run(file.toString(), "--source", "tickets");
        run(file.toString(), "--source", "pager");

        Typed forgotten = run("--forget", "tickets");

        assertThat(forgotten.code()).as(forgotten.err()).isZero();
        assertThat(forgotten.out()).isEqualToIgnoringNewLines("1 incident of source tickets taken out");
        assertThat(stored()).extracting(Incident::source).containsExactly("pager");
        assertThat(run(file.toString(), "--source", "tickets").out()).contains("1 new");
    }

    @Test
    void says_which_sources_there_are_to_be_taken_out() throws IOException {
        Files.writeString(file, HEADER + GOOD);
        assertThat(run("--forget", "tickets").err())
                .contains("nothing was imported from a source 'tickets'; there is none");
        run(file.toString(), "--source", "pager");

        Typed unknown = run("--forget", "tickets");
        Typed both = run(file.toString(), "--forget", "pager");

        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("there are pager");
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.err()).contains("name a FILE to take, or a source to --forget");
        assertThat(stored()).hasSize(1);
    }

    @Test
    void rejected_rows_are_exit_code_1_and_named_with_file_and_line() throws IOException {
        Files.writeString(file, HEADER + "0,checkout,never,ana\n" + GOOD);

        Typed result = run(file.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).startsWith(file + ":2: 'opened': 'never' is no time");
        assertThat(result.out()).contains("1 new, 0 there already, 1 rejected (1 a time that cannot be read)");
        assertThat(stored()).hasSize(1);
    }

    @Test
    void of_many_rejects_twenty_are_printed_and_the_others_counted() throws IOException {
        Files.writeString(file, HEADER + rejects(25));

        assertThat(run(file.toString()).out())
                .contains(file + ":21: ")
                .doesNotContain(file + ":22: ")
                .contains("and 5 more; --rejects FILE writes them all");
    }

    @Test
    void all_rejects_are_written_to_a_file_when_one_is_named() throws IOException {
        Files.writeString(file, HEADER + rejects(25));
        Path rejects = folder.resolve("rejects.txt");

        Typed result = run(file.toString(), "--rejects", rejects.toString());

        assertThat(Files.readAllLines(rejects)).hasSize(25).allMatch(line -> line.startsWith(file + ":"));
        assertThat(result.out()).startsWith(file + ": 25 rows");
    }

    @Test
    void the_rejects_never_take_the_place_of_the_file() throws IOException {
        Files.writeString(file, HEADER + GOOD);

        Typed result = run(
                file.toString(), "--rejects", folder.resolve("./incidents.csv").toString());

        assertThat(result.code()).isEqualTo(2);
        assertThat(file).hasContent(HEADER + GOOD);
    }

    @Test
    void prints_json() throws IOException {
        Files.writeString(file, HEADER + GOOD + GOOD + "2,legacy,2026-03-01T10:00:00Z,zed\n");

        JsonNode result =
                new JsonMapper().readTree(run(file.toString(), "-o", "json").out());

        assertThat(result.path("new").asInt()).isEqualTo(1);
        assertThat(result.path("same").asInt()).isEqualTo(1);
        assertThat(result.at("/reasons/person").asInt()).isEqualTo(1);
        assertThat(result.at("/rejects/0/line").asInt()).isEqualTo(4);
        assertThat(result.at("/unknownPeople/zed").asInt()).isEqualTo(1);
        assertThat(result.path("finished").asBoolean()).isTrue();
    }

    @Test
    void reads_json_lines_from_standard_input_and_recognises_them() {
        String line = "{\"id\": 1, \"service\": \"checkout\", \"opened\": \"2026-03-01T10:00:00Z\"}";

        Typed result = run(line, "-", "--roster", folder.resolve("roster.yaml").toString());

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).startsWith("<stdin>: 1 rows (source incidents): 1 new");
    }

    @Test
    void incidents_of_two_sources_are_kept_apart() throws IOException {
        Files.writeString(file, HEADER + GOOD);
        run(file.toString(), "--source", "pager");

        Typed other = run(file.toString(), "--source", "tickets");

        assertThat(other.out()).contains("1 new");
        assertThat(stored()).extracting(Incident::source).containsExactly("pager", "tickets");
    }

    @Test
    void an_encoding_that_only_guesses_is_a_mistake_of_the_user() throws IOException {
        Files.writeString(file, HEADER + GOOD);

        Typed result = run(file.toString(), "--encoding", "ISO-2022-CN");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("no encoding that can be read here is called 'ISO-2022-CN'");
    }

    @Test
    void the_invented_drills_are_told_from_real_ones() {
        Typed result = run(SAMPLES.resolve("drills.jsonl").toString());

        assertThat(result.out())
                .contains("31 drills new, 0 grown, 0 there already, 0 rejected")
                .contains("31 of them are an invented sample: use a journal of its own");
    }

    @Test
    void an_encoding_may_be_named() throws IOException {
        Files.write(file, (HEADER + GOOD.replace("checkout", "Zürich")).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(run(file.toString()).code()).isEqualTo(1);
        assertThat(run(file.toString(), "--encoding", "windows-1252").code()).isZero();
        assertThat(stored()).extracting(Incident::service).containsExactly("Zürich");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|empty",
                "\n\n|empty",
                "number,what\n1,2\n|there is no column 'id'",
                "[{\"id\": 1}]|jq -c '.[]'",
                "PK\u0003\u0004...|spreadsheet",
                "\u001f\u008b...|gunzip"
            })
    void a_file_that_is_of_no_use_is_exit_code_2_with_what_to_do(String given) throws IOException {
        String[] parts = given.split("\\|");
        Path odd = Files.write(folder.resolve("odd.txt"), parts[0].getBytes(StandardCharsets.ISO_8859_1));

        Typed result = run(odd.toString());

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith(odd + ": ").contains(parts[1]);
        assertThat(stored()).isEmpty();
    }

    @Test
    void what_is_no_file_is_exit_code_2() {
        assertThat(run(folder.resolve("gone.csv").toString()).err()).contains("there is no such file");
        assertThat(run(folder.toString()).code()).isEqualTo(2);
    }

    @Test
    void a_bad_mapping_touches_nothing_and_names_every_problem() throws IOException {
        Files.writeString(file, HEADER + GOOD);
        Path mapping = Files.writeString(folder.resolve("mapping.yaml"), """
                apiVersion: understudy.dev/v1
                kind: ImportMapping
                metadata: {name: test}
                spec:
                  people: {x: anna}
                  services: {y: chekout}
                """);

        Typed result = run(file.toString(), "--mapping", mapping.toString());

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("anna").contains("chekout");
        assertThat(stored()).isEmpty();
    }

    @Test
    void without_a_roster_nothing_is_taken() throws IOException {
        Path alone = Files.createDirectory(folder.resolve("alone"));
        Path there = Files.writeString(alone.resolve("incidents.csv"), HEADER + GOOD);

        Typed result = run(there.toString());

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("name one with --roster");
    }

    @Test
    void options_that_make_no_sense_are_exit_code_2() throws IOException {
        Files.writeString(file, HEADER + GOOD);

        assertThat(run(file.toString(), "--source", "a b").err()).contains("--source");
        assertThat(run(file.toString(), "--encoding", "UTF-9").err()).contains("is called 'UTF-9'");
        assertThat(run(file.toString(), "--format", "xls").code()).isEqualTo(2);
    }

    private static String rejects(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i + ",checkout,never,ana\n")
                .collect(Collectors.joining());
    }

    private List<Incident> stored() {
        List<Incident> told = new ArrayList<>();
        try (SqlJournal journal = journal()) {
            journal.incidents().each(Instant.MIN, Instant.MAX, told::add);
        }
        return told;
    }

    private SqlJournal journal() {
        return SqlJournal.open(folder.resolve("journal.db"));
    }

    private Typed run(String first, String... rest) {
        List<String> arguments = new ArrayList<>(List.of(rest));
        boolean piped = first.startsWith("{");
        if (!piped) {
            arguments.addFirst(first);
        }
        InputStream in = new ByteArrayInputStream((piped ? first : "").getBytes(StandardCharsets.UTF_8));
        return Typed.run(new ImportCommand(this::journal, in, NOON), arguments.toArray(String[]::new));
    }
}
