package dev.understudy.cli;

import dev.understudy.drill.Drill;
import dev.understudy.drill.Mark;
import dev.understudy.drill.Marks;
import dev.understudy.drill.Objectives;
import dev.understudy.drill.Outcome;
import dev.understudy.report.DrillReport;
import dev.understudy.scenario.Scenario;
import dev.understudy.wording.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a drill came to, in a box at the end of the timeline. */
final class VerdictBox {
    private static final int WIDTH = 76;

    private VerdictBox() {}

    static List<String> lines(DrillReport report, Drill drill, Screen screen) {
        List<String> inside = new ArrayList<>();
        String word = report.verdict().word().toUpperCase(Locale.ROOT);
        boolean passed = report.verdict().passed();
        inside.add(screen.in(passed ? Screen.Colour.GREEN : Screen.Colour.RED, word)
                + (drill.outcome().valid() ? (passed ? ", passed" : ", not passed") : ", no evidence")
                + (drill.briefing().stage().rehearsal() ? "; a REHEARSAL, never evidence" : ""));
        inside.addAll(wrapped(report.verdict().why()));
        if (drill.marks().impact() != null) {
            inside.add("");
            inside.addAll(clocks(drill));
        }
        if (report.spread().measured()) {
            inside.addAll(
                    wrapped("%-13s %s".formatted("blast radius", report.spread().words())));
        }
        inside.add("");
        inside.addAll(wrapped("Next: " + report.verdict().next()));
        return boxed(inside);
    }

    private static List<String> clocks(Drill drill) {
        Objectives results = Objectives.of(drill);
        Scenario.Objectives goals = drill.briefing().objectives();
        Marks marks = drill.marks();
        Mark from = marks.detected() == null ? marks.impact() : marks.detected();
        return List.of(
                clock("detected", marks.impact(), marks.detected(), goals.detect(), word(results.detect(), drill)),
                clock(
                        "acknowledged",
                        from,
                        marks.acknowledged(),
                        goals.acknowledge(),
                        word(results.acknowledge(), drill)),
                clock("recovered", marks.impact(), marks.recovered(), goals.recover(), word(results.recover(), drill)));
    }

    private static String clock(String name, @Nullable Mark from, @Nullable Mark to, Duration goal, String result) {
        String took = from == null || to == null
                ? "never"
                : "after " + Words.of(tenths(to.at().minus(from.at())));
        return "%-13s %-14s objective %-8s %s".formatted(name, took, Words.of(goal), result);
    }

    /** Where nobody was needed, nobody was late. */
    private static String word(Objectives.Result result, Drill drill) {
        return switch (result) {
            case MET -> "met";
            case MISSED -> drill.outcome() == Outcome.SELF_HEALED ? "not needed" : "MISSED";
        };
    }

    private static Duration tenths(Duration exact) {
        return Duration.ofMillis(exact.toMillis() / 100 * 100);
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static List<String> boxed(List<String> inside) {
        List<String> all = new ArrayList<>();
        all.add("┌" + "─".repeat(WIDTH + 2) + "┐");
        for (String line : inside) {
            int visible = line.replaceAll("\u001b\\[[0-9;]*m", "").length();
            all.add("│ " + line + " ".repeat(Math.max(0, WIDTH - visible)) + " │");
        }
        all.add("└" + "─".repeat(WIDTH + 2) + "┘");
        return all;
    }
}
