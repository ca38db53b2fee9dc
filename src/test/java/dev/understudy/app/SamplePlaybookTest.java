package dev.understudy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.understudy.history.file.Format;
import dev.understudy.history.file.HistoryFile;
import dev.understudy.history.file.Intake;
import dev.understudy.history.file.MappingForm;
import dev.understudy.history.file.Onlooker;
import dev.understudy.history.file.Reject;
import dev.understudy.independence.Assessment;
import dev.understudy.independence.Assessor;
import dev.understudy.independence.DrillResult;
import dev.understudy.independence.Question;
import dev.understudy.independence.ServiceAssessment;
import dev.understudy.independence.Thresholds;
import dev.understudy.independence.Verdict;
import dev.understudy.journal.sql.SqlJournal;
import dev.understudy.playbook.LibraryScenario;
import dev.understudy.playbook.Playbook;
import dev.understudy.playbook.Pseudonyms;
import dev.understudy.playbook.RotationTerms;
import dev.understudy.report.artifact.Edition;
import dev.understudy.roster.Responder;
import dev.understudy.roster.ResponderKind;
import dev.understudy.roster.Roster;
import dev.understudy.scenario.language.Cast;
import dev.understudy.scenario.language.Read;
import dev.understudy.scenario.language.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The playbook of the invented team under {@code scenarios/history/}, from its files to the pages. */
class SamplePlaybookTest {
    private static final Path SAMPLE = Path.of("scenarios/history");
    private static final Instant MOMENT = Instant.parse("2026-11-22T00:00:00Z");
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");
    private static final Pattern ANCHOR = Pattern.compile(" id=\"([^\"]*)\"");

    @TempDir
    static Path home;

    private static Roster roster;
    private static EvidenceBook book;
    private static List<LibraryScenario> library;
    private static Map<String, String> files;

    @BeforeAll
    static void compute() throws IOException {
        roster = good(Catalog.files().roster(Source.file(SAMPLE.resolve("roster.yaml"))));
        library = library();
        try (SqlJournal journal = SqlJournal.open(home.resolve("journal.db"))) {
            fill(journal);
            book = EvidenceBook.read(journal, journal.incidents(), roster, Thresholds.DEFAULT, MOMENT, null, false);
            files = files(book.question(null, null), library, journal, false);
        }
    }

    @Test
    void the_sample_shows_each_verdict_once() {
        Assessment assessment = Assessor.assess(book.question(null, null));

        assertThat(assessment.services())
                .extracting(ServiceAssessment::service, ServiceAssessment::verdict)
                .containsExactly(
                        tuple("checkout", Verdict.INDEPENDENT),
                        tuple("payments", Verdict.DEPENDENT),
                        tuple("search", Verdict.INSUFFICIENT));
    }

    @Test
    void six_artifacts_stand_at_the_top_as_html_markdown_and_json() {
        for (String ending : List.of(".html", ".md", ".json")) {
            assertThat(files.keySet().stream()
                            .filter(name -> !name.contains("/"))
                            .filter(name -> name.endsWith(ending)))
                    .hasSize(6);
        }
    }

    @Test
    void the_improvement_plan_says_what_is_known_and_what_only_might_be() {
        assertThat(files.get("improvement-plan.md"))
                .contains(
                        "not seen in the latest drill",
                        "(by the word '",
                        "no date agreed, proposed: ",
                        ", after it is done");
    }

    @Test
    void the_hero_map_draws_the_share_that_its_table_computes_with_and_says_whose_it_is() {
        Pattern factor = Pattern.compile("(?m)^\\| concentration \\| [^|]*\\| ([^|]*) \\|$");
        String map = Objects.requireNonNull(files.get("hero-map.md"));
        List<String> found = factor.matcher(map)
                .results()
                .map(result -> result.group(1).strip())
                .limit(8)
                .toList();

        assertThat(found).hasSizeGreaterThan(3);
        assertThat(map.lines().filter(line -> line.startsWith("![")))
                .singleElement()
                .satisfies(picture -> assertThat(picture).contains(found));
    }

    @Test
    void every_link_leads_to_something_that_is_there() {
        List<String> broken = new ArrayList<>();
        files.forEach((name, text) -> {
            if (name.endsWith(".html") && !name.startsWith("drills/")) {
                Matcher link = LINK.matcher(text);
                while (link.find()) {
                    if (!leads(name, link.group(1))) {
                        broken.add(name + ": " + link.group(1));
                    }
                }
            }
        });

        assertThat(broken).isEmpty();
    }

    @Test
    void every_picture_of_the_markdown_pages_is_there() {
        Pattern picture = Pattern.compile("!\\[[^\\]]*\\]\\(([^)]*)\\)");
        List<String> shown = files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".md") && !file.getKey().contains("/"))
                .flatMap(file -> picture.matcher(file.getValue()).results())
                .map(result -> result.group(1))
                .toList();

        assertThat(shown).isNotEmpty().allMatch(files::containsKey);
    }

    @Test
    void every_anchor_of_a_page_is_unique() {
        files.forEach((name, text) -> {
            if (name.endsWith(".html") && !name.startsWith("drills/")) {
                List<String> anchors =
                        ANCHOR.matcher(text).results().map(r -> r.group(1)).toList();
                assertThat(anchors).as(name).doesNotHaveDuplicates();
            }
        });
    }

    @Test
    void the_same_evidence_gives_the_same_files() throws IOException {
        try (SqlJournal journal = SqlJournal.open(home.resolve("again.db"))) {
            fill(journal);
            EvidenceBook again =
                    EvidenceBook.read(journal, journal.incidents(), roster, Thresholds.DEFAULT, MOMENT, null, false);

            assertThat(files(again.question(null, null), library, journal, false))
                    .isEqualTo(files);
        }
    }

    @Test
    void without_names_no_name_of_a_person_is_left_in_any_file() throws IOException {
        Pseudonyms nameless = new Pseudonyms(roster);
        Map<String, String> anonymous;
        try (SqlJournal journal = SqlJournal.open(home.resolve("journal.db"))) {
            anonymous = files(nameless.question(book.question(null, null)), nameless.library(library), journal, true);
        }
        String names = roster.responders().stream()
                .flatMap(SamplePlaybookTest::callings)
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        Pattern name = Pattern.compile("(?i)\\b(" + names + ")\\b");

        assertThat(anonymous.keySet()).noneMatch(file -> file.startsWith("drills/"));
        assertThat(anonymous.values())
                .noneMatch(
                        text -> book.results().stream().map(DrillResult::drill).anyMatch(text::contains));
        anonymous.forEach((file, text) -> assertThat(new TreeSet<>(
                        name.matcher(file + text).results().map(r -> r.group()).toList()))
                .as(file)
                .isEmpty());
    }

    @Test
    void where_rehearsals_are_counted_every_page_says_so() throws IOException {
        try (SqlJournal journal = SqlJournal.open(home.resolve("journal.db"))) {
            EvidenceBook counted =
                    EvidenceBook.read(journal, journal.incidents(), roster, Thresholds.DEFAULT, MOMENT, null, true);
            Map<String, String> all = files(counted.question(null, null), library, journal, false);

            all.forEach((name, text) -> {
                if (!name.contains("/") && !name.endsWith(".json")) {
                    assertThat(text).as(name).contains("Rehearsals were counted");
                }
                if (!name.contains("/") && name.endsWith(".json")) {
                    assertThat(text).as(name).contains("\"rehearsalsCounted\" : true");
                }
                if (name.startsWith("drills/")) {
                    assertThat(text).as(name).containsPattern("REHEARSALS COUNTED|REHEARSAL, no evidence");
                }
            });
            assertThat(files.values()).noneMatch(text -> text.contains("REHEARSALS COUNTED"));
        }
    }

    @Test
    void where_evidence_was_left_out_every_artifact_says_so_in_each_form() throws IOException {
        Instant since = Instant.parse("2026-05-01T00:00:00Z");
        try (SqlJournal journal = SqlJournal.open(home.resolve("journal.db"))) {
            EvidenceBook late =
                    EvidenceBook.read(journal, journal.incidents(), roster, Thresholds.DEFAULT, MOMENT, since, false);

            files(late.question(null, null), library, journal, false).forEach((name, text) -> {
                if (!name.contains("/")) {
                    assertThat(text)
                            .as(name)
                            .contains(
                                    name.endsWith(".json")
                                            ? "\"leftOut\" : {\n    \"since\" : \"2026-05-01T00:00:00Z\""
                                            : "drills before 2026-05-01 were left out");
                }
            });
        }
        assertThat(files.get("hero-map.json")).contains("\"leftOut\" : null");
    }

    /** Parts of the title of a person, too; that of an assistant is made of common words. */
    private static Stream<String> callings(Responder responder) {
        Stream<String> whole = Stream.of(responder.name(), responder.title());
        return responder.kind() == ResponderKind.PERSON
                ? Stream.concat(whole, Stream.of(responder.title().split(" ")))
                : whole;
    }

    private static boolean leads(String from, String link) {
        if (link.startsWith("https://") || link.equals("#")) {
            return true;
        }
        String[] parts = link.split("#", 2);
        String target = parts[0].isEmpty()
                ? from
                : Path.of(from).resolveSibling(parts[0]).normalize().toString();
        return files.containsKey(target)
                && (parts.length == 1 || files.get(target).contains(" id=\"" + parts[1] + "\""));
    }

    private static Map<String, String> files(
            Question question, List<LibraryScenario> library, SqlJournal journal, boolean anonymous) {
        Assessment assessment = Assessor.assess(question);
        Playbook playbook = Playbook.of(question, assessment, library, RotationTerms.DEFAULT);
        Edition edition = new Edition(roster.name(), assessment, anonymous);
        List<String> drills =
                question.results().stream().map(DrillResult::drill).toList();
        return PlaybookFiles.of(
                playbook, assessment, edition, anonymous ? Map.of() : PlaybookFiles.reports(journal, drills));
    }

    private static void fill(SqlJournal journal) throws IOException {
        try (InputStream drills = Files.newInputStream(SAMPLE.resolve("drills.jsonl"));
                InputStream incidents = Files.newInputStream(SAMPLE.resolve("incidents.csv"))) {
            DrillImport.read(drills, journal, "drills.jsonl", Instant.parse("2026-11-22T12:00:00Z"));
            HistoryFile history = HistoryFile.open(
                    incidents,
                    Format.CSV,
                    null,
                    good(MappingForm.FILE.read(Source.file(SAMPLE.resolve("mapping.yaml")))));
            new Intake(history, journal.incidents(), roster, "incidents", MOMENT, new Silent()).take();
        }
    }

    private static List<LibraryScenario> library() throws IOException {
        try (Stream<Path> scenarios = Files.list(SAMPLE.resolve("scenarios"))) {
            return scenarios
                    .sorted()
                    .map(file -> good(Catalog.files().cast(Source.file(file), Optional.empty(), Map.of())))
                    .map(Cast::scenario)
                    .map(LibraryScenario::of)
                    .toList();
        }
    }

    private static <T> T good(Read<T> read) {
        return switch (read) {
            case Read.Good<T> good -> good.value();
            case Read.Bad<T> bad -> throw new AssertionError(bad.problems());
        };
    }

    private static final class Silent implements Onlooker {
        @Override
        public void rejected(Reject reject) {
            throw new AssertionError(reject);
        }

        @Override
        public boolean stored(long bytes, long rows) {
            return true;
        }
    }
}
