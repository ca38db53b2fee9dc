package dev.understudy.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README does with the invented team: its drills and incidents in, verdicts and pages out. */
class PlaybookTest {
    private static final String HOME = "scenarios/history/";
    private static final String ROSTER = HOME + "roster.yaml";
    private static final String DAY = "2026-11-22";

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // set before the first test
    private static Machine machine;

    @BeforeAll
    static void fill() {
        machine = Machine.in(folder);
        Ended drills = machine.run("import", HOME + "drills.jsonl");
        Ended incidents = machine.run("import", HOME + "incidents.csv", "--mapping", HOME + "mapping.yaml");
        assertThat(List.of(drills.code(), incidents.code()))
                .as(drills.said() + incidents.said())
                .containsOnly(0);
    }

    @Test
    void check_ends_with_1_where_one_service_is_not_independent() {
        Ended check = machine.run("check", "--roster", ROSTER, "--at", DAY, "-o", "json");

        JsonNode services = Machine.json(check.text()).path("services");
        assertThat(check.code()).isEqualTo(1);
        assertThat(services.findValuesAsText("verdict")).contains("independent", "dependent", "insufficient");
    }

    @Test
    void check_ends_with_0_where_every_service_asked_about_is_independent() {
        Ended check = machine.run("check", "--roster", ROSTER, "--at", DAY, "--service", "checkout");

        assertThat(check.code()).as(check.said()).isZero();
    }

    @Test
    void check_refuses_a_service_that_the_roster_does_not_have() {
        Ended check = machine.run("check", "--roster", ROSTER, "--service", "chekout");

        assertThat(check.code()).isEqualTo(2);
        assertThat(check.said()).contains("did you mean 'checkout'?");
    }

    @Test
    void moments_that_make_evidence_go_are_refused() {
        Ended future = machine.run("check", "--roster", ROSTER, "--at", "2999-01-01");
        Ended longAgo = machine.run("check", "--roster", ROSTER, "--at", "-999999999-01-01");
        Ended nothingLeft = machine.run("check", "--roster", ROSTER, "--at", DAY, "--since", DAY);

        assertThat(List.of(future.code(), longAgo.code(), nothingLeft.code())).containsOnly(2);
        assertThat(future.said()).contains("--at 2999-01-01 is yet to come");
        assertThat(longAgo.said()).contains("--at wants a day such as 2026-05-01");
        assertThat(nothingLeft.said()).contains("nothing would be left");
    }

    @Test
    void check_names_nobody_when_asked_to() {
        for (String format : List.of("text", "json", "md", "junit")) {
            Ended check =
                    machine.run("check", "--roster", ROSTER, "--at", DAY, "--anonymise", "--explain", "-o", format);
            assertThat(check.code()).as(format).isEqualTo(1);
            assertThat(check.text())
                    .as(format)
                    .contains("responder 1")
                    .doesNotContainPattern("(?i)\\b(ana|bo|cem|dia|eli|fay|Sousa|Moreau)\\b");
        }
    }

    @Test
    void numbers_of_a_teams_own_are_told_wherever_a_verdict_is(@TempDir Path own) throws IOException {
        Path settings = own.resolve("settings.yaml");
        Files.writeString(
                settings,
                "apiVersion: understudy.dev/v1\nkind: Settings\nspec: {verdict: {minimum: 3, fresh: 90d, confidence: 0.5}}\n");
        String told = "confidence 0.5000 instead of 0.9500, minimum 3 instead of 5, fresh 90 days instead of 180 days";

        for (String format : List.of("text", "md", "junit")) {
            Ended check = machine.run(
                    "check", "--roster", ROSTER, "--at", DAY, "--settings", settings.toString(), "-o", format);
            assertThat(check.text()).as(format).contains(told);
        }
        Path out = own.resolve("out");
        machine.run("playbook", out.toString(), "--roster", ROSTER, "--at", DAY, "--settings", settings.toString());
        for (Path page : top(out, ".html")) {
            assertThat(page).content().contains(told);
        }
    }

    @Test
    void a_roster_that_is_not_valid_is_told_line_by_line() throws IOException {
        Path broken = folder.resolve("broken.yaml");
        Files.writeString(broken, Files.readString(Path.of(ROSTER)).replace("kind: person", "kind: wizard"));

        Ended check = machine.run("check", "--roster", broken.toString());

        assertThat(check.code()).isEqualTo(2);
        assertThat(check.said()).contains("broken.yaml:7:").contains("broken.yaml:8:");
    }

    @Test
    void playbook_writes_six_pages_twice_and_says_where() throws IOException {
        Path out = folder.resolve("out");

        Ended playbook = machine.run("playbook", out.toString(), "--roster", ROSTER, "--at", DAY);

        assertThat(playbook.code()).as(playbook.said()).isZero();
        assertThat(playbook.text())
                .contains(out.resolve("independence-check.html").toString());
        assertThat(top(out, ".html")).hasSize(6);
        assertThat(top(out, ".md")).hasSize(6);
    }

    @Test
    void no_verdict_follows_from_a_journal_that_was_changed(@TempDir Path elsewhere) throws Exception {
        Machine other = Machine.in(elsewhere);
        other.run("import", HOME + "drills.jsonl");
        Path journal;
        try (Stream<Path> all = Files.walk(other.state())) {
            journal =
                    all.filter(file -> file.endsWith("journal.db")).findFirst().orElseThrow();
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal);
                Statement sql = connection.createStatement()) {
            sql.execute("DROP TRIGGER entry_is_never_changed");
            sql.execute("UPDATE entry SET body = body || ' ' WHERE number = 5 AND drill LIKE 'payments%'");
        }
        Path out = elsewhere.resolve("out");

        Ended check = other.run("check", "--roster", ROSTER, "--at", DAY);
        Ended playbook = other.run("playbook", out.toString(), "--roster", ROSTER, "--at", DAY);

        assertThat(List.of(check.code(), playbook.code())).containsOnly(4);
        assertThat(check.text()).isEmpty();
        assertThat(check.said()).contains("drill payments").contains("entry 5").contains("verify-journal");
        assertThat(out).doesNotExist();
    }

    private static List<Path> top(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
