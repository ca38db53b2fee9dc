package dev.understudy.cli;

import dev.understudy.app.Catalog;
import dev.understudy.app.EvidenceBook;
import dev.understudy.app.StateDirectory;
import dev.understudy.app.Understudy;
import dev.understudy.history.Incidents;
import dev.understudy.independence.Thresholds;
import dev.understudy.journal.sql.SqlJournal;
import dev.understudy.playbook.Settings;
import dev.understudy.playbook.file.SettingsForm;
import dev.understudy.roster.Roster;
import dev.understudy.scenario.Problem;
import dev.understudy.scenario.language.Read;
import dev.understudy.scenario.language.ScenarioFiles;
import dev.understudy.scenario.language.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** From which evidence {@code check} and {@code playbook} compute, and as of when. */
final class EvidenceOptions {
    /** No drill is older, and moments long before it cannot be reckoned with. */
    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--roster",
            paramLabel = "FILE",
            description = "Roster whose services are judged; default: roster.yaml in the working directory.")
    @Nullable
    private Path roster;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description =
                    "Settings of one's own: the verdict's thresholds, the rotation's terms; default: settings.yaml beside the roster, if there is one.")
    @Nullable
    private Path settings;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description =
                    "Leaves out older evidence: a day such as 2026-05-01, a moment, or an age such as 90d, 12w, 6m.")
    @Nullable
    private String since;

    @Option(
            names = "--at",
            paramLabel = "WHEN",
            description = "Judges as of this day's beginning or moment; default: now.")
    @Nullable
    private String at;

    @Option(
            names = "--rehearsals",
            description = "Counts rehearsals too, and says so everywhere: useful to try it, never evidence.")
    private boolean rehearsals;

    @Option(
            names = "--anonymise",
            description = "Replaces every name of a person; a playbook is then without the reports of its drills.")
    private boolean anonymise;

    boolean rehearsals() {
        return rehearsals;
    }

    boolean anonymise() {
        return anonymise;
    }

    /** Returns the folder of the roster. */
    Path home() {
        Path parent = rosterFile().toAbsolutePath().getParent();
        return parent == null ? Path.of(".") : parent;
    }

    /** Returns the moment to judge as of: of now the end of the second, so that what has just been recorded is known. */
    Instant moment() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        if (at == null) {
            return now;
        }
        Instant asked = moment("--at", at);
        if (asked.isAfter(now)) {
            throw wrong(
                    "--at " + at + " is yet to come: fails would grow old before it, and nothing else is known of it");
        }
        return asked;
    }

    /** Reads the roster, or ends the command with every problem of it. */
    Roster roster() {
        Path file = rosterFile();
        if (!Files.exists(file)) {
            throw wrong("there is no roster " + file + " (name one with --roster, or go to the folder that has it)");
        }
        return good(Catalog.files().roster(Source.file(file)));
    }

    /** Reads the settings; what holds anyhow where there are none. */
    Settings settings() {
        return settingsFile()
                .map(file -> good(SettingsForm.FILE.read(Source.file(file))))
                .orElse(Settings.DEFAULT);
    }

    /** Reads all evidence of this machine's journal. */
    EvidenceBook book(Roster of, Thresholds thresholds, Instant moment) {
        StateDirectory state = StateDirectory.of(System.getenv());
        try (SqlJournal journal = Understudy.openJournal(state)) {
            EvidenceBook.vouch(journal);
            Incidents incidents = journal.incidents();
            return EvidenceBook.read(journal, incidents, of, thresholds, moment, from(moment), rehearsals);
        }
    }

    private @Nullable Instant from(Instant moment) {
        if (since == null) {
            return null;
        }
        if (since.matches("[1-9][0-9]{0,4}[dwmy]")) {
            Period age = Period.parse("P" + since.toUpperCase(Locale.ROOT));
            return moment.atOffset(ZoneOffset.UTC).minus(age).toInstant();
        }
        Instant from = moment("--since", since);
        if (!from.isBefore(moment)) {
            throw wrong(
                    "--since " + since + " is not before " + moment + ", as of which is judged: nothing would be left");
        }
        return from;
    }

    private Instant moment(String option, String text) {
        try {
            Instant moment = text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            if (moment.isBefore(FIRST)) {
                throw new DateTimeException("before any drill");
            }
            return moment;
        } catch (DateTimeException e) {
            throw wrong(option + " wants a day such as 2026-05-01 or a moment such as 2026-05-01T10:00:00Z"
                    + (option.equals("--since") ? ", or an age such as 90d, 12w, 6m" : "") + ", not '" + text + "'");
        }
    }

    private Path rosterFile() {
        return roster == null ? Path.of(ScenarioFiles.ROSTER_FILE) : roster;
    }

    private Optional<Path> settingsFile() {
        if (settings != null) {
            return Optional.of(settings);
        }
        Path beside = home().resolve("settings.yaml");
        return Files.exists(beside) ? Optional.of(beside) : Optional.empty();
    }

    private <T> T good(Read<T> read) {
        return switch (read) {
            case Read.Good<T> good -> good.value();
            case Read.Bad<T> bad ->
                throw wrong(String.join(
                        System.lineSeparator(),
                        bad.problems().stream().map(Problem::toString).toList()));
        };
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
