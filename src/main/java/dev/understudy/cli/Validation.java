package dev.understudy.cli;

import dev.understudy.debrief.file.WrittenDebrief;
import dev.understudy.history.ImportMapping;
import dev.understudy.playbook.Settings;
import dev.understudy.roster.Roster;
import dev.understudy.scenario.Problem;
import dev.understudy.scenario.language.Cast;
import dev.understudy.scenario.language.Read;
import dev.understudy.wording.Words;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What {@code validate} found, and how it is printed. A roster that several scenarios share is reported once. */
final class Validation {
    private final Map<String, String> good = new LinkedHashMap<>();
    private final Set<String> bad = new LinkedHashSet<>();
    private final Set<Problem> problems = new LinkedHashSet<>();

    void add(String file, Read<?> read) {
        switch (read) {
            case Read.Good<?> valid -> good.put(file, what(valid.value()));
            case Read.Bad<?> invalid -> {
                bad.add(file);
                problems.addAll(invalid.problems());
            }
        }
    }

    boolean valid() {
        return bad.isEmpty();
    }

    void print(PrintWriter out) {
        problems.forEach(out::println);
        good.forEach((file, what) -> out.println(file + ": " + what + " is valid"));
        if (!bad.isEmpty()) {
            out.println(Words.count(problems.size(), "problem") + " in " + Words.count(bad.size(), "file"));
        }
    }

    void printJson(PrintWriter out) {
        ValidationJson.print(valid(), good, bad, problems, out);
    }

    private static String what(Object value) {
        return switch (value) {
            case Cast cast -> "scenario " + cast.scenario().name();
            case Roster roster -> "roster " + roster.name();
            case ImportMapping mapping -> "mapping " + mapping.name();
            case Settings _ -> "settings";
            case WrittenDebrief debrief -> debrief.drill() == null ? "debrief" : "debrief of " + debrief.drill();
            default -> throw new IllegalStateException("no words for a " + value.getClass());
        };
    }
}
