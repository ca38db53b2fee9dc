package dev.understudy.simulated.container;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What a container says from one start to its end; the oldest lines are forgotten. Guarded by its {@link Logbook}. */
final class Life {
    private static final int MOST_LINES = 2_000;
    private static final int MOST_PATHS = 500;

    private final String identity;
    private final Deque<Line> lines = new ArrayDeque<>();
    private final List<LogReader> readers = new ArrayList<>();
    /** The status of the last answer for each path, that of the path asked last at the end. */
    private final SequencedMap<String, Integer> answers = new LinkedHashMap<>();

    private boolean ended;

    /** A life is told from the next one by its {@code identity}. */
    Life(String identity) {
        this.identity = identity;
    }

    String identity() {
        return identity;
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    void say(Line line) {
        lines.addLast(line);
        if (lines.size() > MOST_LINES) {
            lines.removeFirst();
        }
        List.copyOf(readers).forEach(reader -> reader.said(line));
    }

    /** Tells whether this answer is another than the last one for the path; paths not asked for long are forgotten. */
    boolean isNews(String path, int status) {
        Integer before = answers.putLast(path, status);
        if (answers.size() > MOST_PATHS) {
            answers.pollFirstEntry();
        }
        return before == null || before != status;
    }

    boolean hasEnded() {
        return ended;
    }

    void end() {
        ended = true;
        // a reader may leave as soon as it hears of the end
        List<LogReader> last = List.copyOf(readers);
        readers.clear();
        last.forEach(LogReader::ended);
    }

    void join(LogReader reader) {
        if (ended) {
            reader.ended();
        } else {
            readers.add(reader);
        }
    }

    void leave(LogReader reader) {
        readers.remove(reader);
    }
}
