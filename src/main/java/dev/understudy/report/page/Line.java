package dev.understudy.report.page;

import dev.understudy.report.picture.Mood;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text of one paragraph, one point of a list, or one cell of a table. Immutable. */
public record Line(List<Span> spans) {
    private static final Pattern DAY = Pattern.compile("-(\\d{4})(\\d{2})(\\d{2})T\\d{6}Z-\\p{Alnum}+$");

    private static final int MOST = 3;

    /** Nothing. */
    public static final Line EMPTY = new Line(List.of());

    public Line {
        spans = List.copyOf(spans);
    }

    /** Returns words. */
    public static Line of(String text) {
        return EMPTY.text(text);
    }

    /** Returns a figure that leads to how it is computed. */
    public static Line figure(String value, String measure) {
        return EMPTY.explained(value, measure);
    }

    /** Returns a link to the report of a drill. */
    public static Line drill(String id) {
        return EMPTY.report(id);
    }

    /** Returns links to the reports of the latest drills, with commas between them; a dash where there are none. */
    public static Line drills(List<String> oldestFirst) {
        int more = Math.max(0, oldestFirst.size() - MOST);
        List<String> latest = oldestFirst.subList(more, oldestFirst.size());
        Line line = latest.isEmpty() ? of("–") : EMPTY;
        for (int i = 0; i < latest.size(); i++) {
            line = (i == 0 ? line : line.text(", ")).report(latest.get(i));
        }
        return more == 0 ? line : line.text(" and " + more + " earlier");
    }

    /** Returns a word in a box. */
    public static Line chip(String text, Mood mood) {
        return EMPTY.box(text, mood);
    }

    /** Adds words. */
    public Line text(String text) {
        return text.isEmpty() ? this : plus(new Span.Plain(text));
    }

    /** Adds words that matter. */
    public Line strong(String text) {
        return plus(new Span.Strong(text));
    }

    /** Adds something that a program would take as it is. */
    public Line code(String text) {
        return plus(new Span.Code(text));
    }

    /** Adds a figure that leads to how it is computed. */
    public Line explained(String value, String measure) {
        return plus(new Span.Link(value, new Target.Measure(measure)));
    }

    /** Adds a link to the report of a drill, by the day that its id tells; the reports say the whole id. */
    public Line report(String id) {
        Matcher told = DAY.matcher(id);
        return plus(new Span.Link(
                told.find() ? told.group(1) + "-" + told.group(2) + "-" + told.group(3) : id, new Target.Drill(id)));
    }

    /** Adds a link to the report of a drill, by its whole id. */
    public Line wholeReport(String id) {
        return plus(new Span.Link(id, new Target.Drill(id)));
    }

    /** Adds a link. */
    public Line link(String text, Target target) {
        return plus(new Span.Link(text, target));
    }

    /** Adds a word in a box. */
    public Line box(String text, Mood mood) {
        return plus(new Span.Chip(text, mood));
    }

    /** Adds another line's pieces. */
    public Line append(Line other) {
        List<Span> more = new ArrayList<>(spans);
        more.addAll(other.spans());
        return new Line(more);
    }

    /** Returns the words alone. */
    public String words() {
        return spans.stream().map(Line::words).collect(Collectors.joining());
    }

    private static String words(Span span) {
        return switch (span) {
            case Span.Plain(String text) -> text;
            case Span.Strong(String text) -> text;
            case Span.Code(String text) -> text;
            case Span.Link(String text, Target _) -> text;
            case Span.Chip(String text, Mood _) -> text;
        };
    }

    private Line plus(Span span) {
        List<Span> more = new ArrayList<>(spans);
        more.add(span);
        return new Line(more);
    }
}
