package dev.understudy.cli;

import dev.understudy.history.file.Frequencies;
import dev.understudy.history.file.Reject;
import dev.understudy.history.file.Remarks;
import dev.understudy.history.file.Takings;
import dev.understudy.wording.Words;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of an import, in words.
 *
 * @param first rejects that are shown; none when all of them are written to a file
 */
record ImportSummary(String file, String source, Takings takings, List<Reject> first) {
    private static final int NAMES = 10;

    void print(PrintWriter out) {
        first.forEach(reject -> out.println(file + ":" + reject.words()));
        if (!first.isEmpty() && first.size() < takings.rejects()) {
            out.println("and " + (takings.rejects() - first.size()) + " more; --rejects FILE writes them all");
        }
        if (!takings.finished()) {
            out.println("interrupted at line " + takings.line() + "; running it again goes on from there");
        }
        out.println(file + ": " + takings.rows() + " rows (source " + source + "): " + takings.added() + " new, "
                + takings.same() + " there already, " + takings.rejects() + " rejected" + reasons());
        remarks(takings.remarks(), out);
    }

    private String reasons() {
        return takings.rejects() == 0
                ? ""
                : takings.rejected().entrySet().stream()
                        .map(reason -> reason.getValue() + " " + reason.getKey().words())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private void remarks(Remarks remarks, PrintWriter out) {
        names(
                "unknown people, whose rows are rejected: ",
                remarks.unknownPeople(),
                "add them to the roster, or to 'people' or 'missing' in a mapping",
                out);
        names(
                "services that the roster does not have, kept as they are: ",
                remarks.unknownServices(),
                "if they have other names there, say so under 'services' in a mapping",
                out);
        names(
                "incident classes that the roster does not have, kept as they are: ",
                remarks.unknownClasses(),
                "if they have other names there, say so under 'classes' in a mapping",
                out);
        count(remarks.clericalClosings(), "closing", "by administrative people, not counted as their work", out);
        count(
                remarks.timesThatCameTwice(),
                "time",
                "that came twice, as clocks went back: the first that fits is taken",
                out);
        count(remarks.withoutClass(), "incident", "without a class", out);
        count(remarks.withoutPeople(), "incident", "without people, which say nothing about any", out);
        if (!takings.passedOver().isEmpty()) {
            String names = takings.passedOver().stream().map(Plain::text).collect(Collectors.joining(", "));
            out.println("columns that are not read: " + names);
        }
        if (takings.finished() && !takings.neverSeen().isEmpty()) {
            String names = takings.neverSeen().stream().map(Plain::text).collect(Collectors.joining(", "));
            out.println("named under 'columns' in the mapping, and never in the file: " + names);
        }
    }

    private static void names(String what, Frequencies names, String advice, PrintWriter out) {
        List<Map.Entry<String, Long>> all = names.mostFrequent();
        if (all.isEmpty()) {
            return;
        }
        String listed = all.stream()
                .limit(NAMES)
                .map(each -> Plain.text(each.getKey()) + " (" + each.getValue() + ")")
                .collect(Collectors.joining(", "));
        int others = all.size() - NAMES;
        String more = others <= 0 ? "" : " and " + (names.more() ? "many" : others) + " more";
        out.println(what + listed + more + "; " + advice);
    }

    private static void count(long count, String noun, String what, PrintWriter out) {
        if (count > 0) {
            out.println(Words.count(count, noun) + " " + what);
        }
    }
}
