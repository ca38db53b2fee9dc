package dev.understudy.app;

import dev.understudy.drill.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what became of the drills of an export. */
public final class ImportTally {
    /** Rejections that are kept; a file can hold millions. */
    private static final int KEPT = 20;
    /** Letters enough to know a drill or a reason by. */
    private static final int LONGEST_ID = 80;

    private static final int LONGEST_REASON = 400;

    private final List<Growth> grown = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private int added;
    private int there;
    private int invented;
    private long rejected;

    ImportTally() {}

    /**
     * Why a drill was not taken.
     *
     * @param line of the file, from 1
     * @param drill empty where the line does not even say
     */
    public record Rejection(long line, String drill, String why) {}

    /**
     * What a drill that was known here gained.
     *
     * @param entries how many
     * @param kinds how many of which kind, in words: {@code 1 debriefed, 2 noted}
     */
    public record Growth(String drill, int entries, String kinds) {}

    /**
     * What came of an import, in drills.
     *
     * @param added new here
     * @param grown known here in part
     * @param there known here before
     * @param rejected how many were not taken
     * @param rejections the first of them, at most 20
     * @param invented how many of the others come with the program, and are nobody's
     */
    public record Summary(
            int added, List<Growth> grown, int there, long rejected, List<Rejection> rejections, int invented) {
        public Summary {
            grown = List.copyOf(grown);
            rejections = List.copyOf(rejections);
        }
    }

    void added(Candidate candidate) {
        added++;
        count(candidate);
    }

    void there(Candidate candidate) {
        there++;
        count(candidate);
    }

    /** @param before how many entries were here */
    void grown(Candidate candidate, int before) {
        List<Entry> gained =
                candidate.entries().subList(before, candidate.entries().size());
        Map<String, Long> kinds =
                gained.stream().collect(Collectors.groupingBy(ImportTally::kind, TreeMap::new, Collectors.counting()));
        String words = kinds.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
        grown.add(new Growth(candidate.chain().drill(), gained.size(), words));
        count(candidate);
    }

    void reject(long line, String drill, String why) {
        rejected++;
        if (rejections.size() < KEPT) {
            rejections.add(new Rejection(line, cut(drill, LONGEST_ID), cut(why, LONGEST_REASON)));
        }
    }

    private void count(Candidate candidate) {
        if (candidate.invented()) {
            invented++;
        }
    }

    private static String kind(Entry entry) {
        String name = entry.event().getClass().getSimpleName();
        return name.replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "...";
    }

    Summary summary() {
        return new Summary(added, grown, there, rejected, rejections, invented);
    }
}
