package dev.understudy.report.html;

import dev.understudy.report.Clocks.Clock;
import dev.understudy.report.DrillReport;
import dev.understudy.report.ReportWords;
import dev.understudy.report.Runbook;
import dev.understudy.report.picture.LaneChart;
import dev.understudy.report.picture.LimitChart;
import dev.understudy.wording.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the templates show: the report, its pictures, and words for its numbers. */
public final class ReportPage {
    private static final int WIDE = 860;
    private static final int NARROW = 340;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ENGLISH);

    private final DrillReport report;
    private final boolean besideRehearsals;
    private final LaneChart lanes;
    private final LimitChart limits;

    ReportPage(DrillReport report, boolean besideRehearsals) {
        this.report = report;
        this.besideRehearsals = besideRehearsals && !report.rehearsal();
        this.lanes = TimelinePicture.of(report);
        this.limits = ObjectivePicture.of(report);
    }

    public DrillReport report() {
        return report;
    }

    /** SVG for screens with room and for paper. */
    public String wideLanes() {
        return lanes.draw("lanes-wide", WIDE);
    }

    /** SVG for telephones. */
    public String narrowLanes() {
        return lanes.draw("lanes-narrow", NARROW);
    }

    /** SVG for screens with room and for paper. */
    public String wideLimits() {
        return limits.draw("limits-wide", WIDE);
    }

    /** SVG for telephones. */
    public String narrowLimits() {
        return limits.draw("limits-narrow", NARROW);
    }

    /** Returns the class of the verdict's box. */
    public String mood() {
        return switch (report.verdict().outcome()) {
            case null -> "open";
            case INVALID, ABORTED -> "open";
            case RESCUED, NOT_RECOVERED, RECOVERED_LATE -> "failed";
            case SELF_HEALED, RECOVERED -> "passed";
        };
    }

    /** Returns the sign beside the verdict: the same in black and white. */
    public String sign() {
        return switch (mood()) {
            case "passed" -> "✓";
            case "failed" -> "✗";
            default -> "–";
        };
    }

    /** Returns how the drill counts, beside the verdict. */
    public String counts() {
        return switch (report.verdict().outcome()) {
            case null -> "no outcome";
            case INVALID, ABORTED -> "neither passed nor failed";
            case RESCUED, NOT_RECOVERED, RECOVERED_LATE -> "not passed";
            case SELF_HEALED, RECOVERED -> "passed";
        };
    }

    public boolean rehearsal() {
        return report.rehearsal();
    }

    /** Tells whether the page has to say that rehearsals were counted beside it. */
    public boolean besideRehearsals() {
        return besideRehearsals;
    }

    public String opened() {
        return day(report.openedAt());
    }

    /** Returns a moment as the page writes it. */
    public String day(Instant at) {
        return DAY.format(at.atOffset(ZoneOffset.UTC));
    }

    public Optional<String> runbookLink() {
        return Runbook.link(report.briefing().subject().runbook());
    }

    /** Returns all clocks with what is known of them. */
    public List<ClockRow> clocks() {
        return report.clocks().byName().entrySet().stream()
                .map(entry -> clock(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Returns every event. */
    public List<EventRow> events() {
        return report.timeline().stream()
                .map(line -> new EventRow(
                        ReportWords.offset(line.offset()),
                        TIME.format(line.at().atOffset(ZoneOffset.UTC)),
                        line.event().replace('-', ' '),
                        line.text(),
                        source(line.origin().source(), line.origin().grade().name())))
                .toList();
    }

    /** One clock: its name, when it stopped, how sure that is. */
    public record ClockRow(String name, String at, String quality) {}

    /** One event. */
    public record EventRow(String offset, String at, String word, String text, String source) {}

    private ClockRow clock(String name, Optional<Clock> clock) {
        if (clock.isEmpty()) {
            return new ClockRow(name, report.censored().contains(name) ? "never stopped" : "–", "");
        }
        var error = clock.get().error();
        var grade = clock.get().grade();
        String quality = error != null ? "≤ " + Words.of(error) + " late" : grade == null ? "" : "grade " + grade;
        return new ClockRow(name, ReportWords.clock(clock.get()), quality);
    }

    private static String source(String source, String grade) {
        return source.equals("drill") ? "" : source + ", grade " + grade;
    }
}
