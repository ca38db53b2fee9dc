package dev.understudy.app;

import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent.Closed;
import dev.understudy.drill.DrillEvent.InjectionBegun;
import dev.understudy.drill.Entry;
import dev.understudy.journal.Chain;
import dev.understudy.journal.Chains;
import dev.understudy.journal.json.EntryCodec;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When which namespace was in the hands of which drill, from its first injection to its close. The record in the cluster
 * lets in one at a time, so two at once are one drill under two ids. Rehearsals are left out: simulated clusters may be
 * alike, and a rehearsal is no evidence however often it comes.
 */
final class OccupiedTimes {
    private final Map<String, Span> spans = new HashMap<>();

    private record Span(String clusterUid, String namespace, Instant from, Instant to) {
        boolean overlaps(Span other) {
            return clusterUid.equals(other.clusterUid)
                    && namespace.equals(other.namespace)
                    && from.isBefore(other.to)
                    && other.from.isBefore(to);
        }
    }

    /** Reads all drills of a journal, one after the other. */
    static OccupiedTimes of(Chains journal) {
        OccupiedTimes times = new OccupiedTimes();
        for (String drill : journal.chained()) {
            Chain chain = journal.chain(drill);
            try {
                List<Entry> entries = chain.rows().stream()
                        .map(row -> EntryCodec.decode(row.body()))
                        .toList();
                Drill.of(entries).ifPresent(folded -> times.add(drill, folded, entries));
            } catch (RuntimeException _) {
                // a damaged drill is for 'verify-journal' to find
            }
        }
        return times;
    }

    /** Throws when another drill had its namespace at that time. */
    void check(Candidate candidate) throws Objection {
        Optional<Span> wanted = span(candidate.drill(), candidate.entries());
        if (wanted.isEmpty()) {
            return;
        }
        String id = candidate.chain().drill();
        Optional<String> other = spans.entrySet().stream()
                .filter(known -> !known.getKey().equals(id))
                .filter(known -> known.getValue().overlaps(wanted.get()))
                .map(Map.Entry::getKey)
                .min(String::compareTo);
        if (other.isPresent()) {
            throw new Objection("it was in namespace " + wanted.get().namespace + " while drill " + other.get()
                    + " was, and only one can be: it seems to be a copy");
        }
    }

    /** Takes note of a drill that was taken. */
    void add(Candidate candidate) {
        add(candidate.chain().drill(), candidate.drill(), candidate.entries());
    }

    private void add(String id, Drill drill, List<Entry> entries) {
        span(drill, entries).ifPresent(span -> spans.put(id, span));
    }

    /** Empty for what never touched anything. */
    private static Optional<Span> span(Drill drill, List<Entry> entries) {
        var stage = drill.briefing().stage();
        @Nullable Instant from = null;
        Instant to = drill.latest().at();
        for (Entry entry : entries) {
            if (from == null && entry.event() instanceof InjectionBegun) {
                from = entry.stamp().at();
            }
            if (entry.event() instanceof Closed) {
                to = entry.stamp().at();
            }
        }
        return from == null || stage.rehearsal()
                ? Optional.empty()
                : Optional.of(new Span(stage.clusterUid(), stage.namespace(), from, to));
    }
}
