package dev.understudy.app;

import dev.understudy.drill.Drill;
import dev.understudy.drill.Entry;
import dev.understudy.drill.IllegalEvent;
import dev.understudy.journal.Chain;
import dev.understudy.journal.ChainStore;
import dev.understudy.journal.Export;
import dev.understudy.journal.Verification.Break;
import dev.understudy.journal.json.CodecException;
import dev.understudy.journal.json.EntryCodec;
import dev.understudy.journal.json.ExportText;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes drills from an export into a journal. Every chain is recomputed and every drill folded before it is taken; one
 * that does not hold is rejected as a whole, and the others are taken. Holds one drill in memory at a time.
 */
public final class DrillImport {
    private final ChainStore store;
    private final Map<ChainStore.Taken, Integer> counts = new EnumMap<>(ChainStore.Taken.class);
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<Numbered> waiting = new ArrayList<>();
    private @Nullable String passedOver;

    private DrillImport(ChainStore store) {
        this.store = store;
    }

    private record Numbered(int at, Export.Line line) {}

    /**
     * Why a drill was not taken.
     *
     * @param line of the file, from 1
     * @param drill empty where the line does not even say
     */
    public record Rejection(int line, String drill, String why) {}

    /**
     * What came of an import, in drills.
     *
     * @param added new here
     * @param grown known here in part
     * @param there known here before
     */
    public record Summary(int added, int grown, int there, List<Rejection> rejections) {
        public Summary {
            rejections = List.copyOf(rejections);
        }
    }

    /** Reads to the end. */
    public static Summary read(BufferedReader in, ChainStore store) throws IOException {
        DrillImport taking = new DrillImport(store);
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (!line.isBlank()) {
                taking.line(number, line);
            }
        }
        taking.settle();
        return new Summary(
                taking.count(ChainStore.Taken.NEW),
                taking.count(ChainStore.Taken.GROWN),
                taking.count(ChainStore.Taken.THERE),
                taking.rejections);
    }

    private int count(ChainStore.Taken taken) {
        return counts.getOrDefault(taken, 0);
    }

    private void line(int number, String text) {
        Export.Line line;
        try {
            line = ExportText.read(text);
        } catch (CodecException e) {
            unreadable(number, "it is no line of an export: " + e.getMessage());
            return;
        }
        if (line.drill().equals(passedOver)) {
            return;
        }
        passedOver = null;
        if (!waiting.isEmpty() && !waiting.getFirst().line().drill().equals(line.drill())) {
            settle();
        }
        waiting.add(new Numbered(number, line));
    }

    /** A line that says nothing belongs to the drill whose lines it stands between. */
    private void unreadable(int number, String why) {
        if (waiting.isEmpty()) {
            rejections.add(new Rejection(number, "", why));
        } else if (waiting.size() < waiting.getFirst().line().length()) {
            passedOver = waiting.getFirst().line().drill();
            rejections.add(new Rejection(number, passedOver, why));
            waiting.clear();
        } else {
            settle();
            rejections.add(new Rejection(number, "", why));
        }
    }

    /** Takes the drill whose lines have all been read, or says why not. */
    private void settle() {
        if (waiting.isEmpty()) {
            return;
        }
        List<Numbered> lines = List.copyOf(waiting);
        waiting.clear();
        Chain chain = Export.chain(lines.stream().map(Numbered::line).toList());
        Optional<Break> broken = Export.check(chain);
        if (broken.isPresent()) {
            int number = broken.get().number();
            Numbered at = lines.get(Math.min(number, lines.size() - 1));
            rejections.add(new Rejection(
                    at.at(),
                    chain.drill(),
                    "entry " + number + ": " + broken.get().what()));
            return;
        }
        objection(chain)
                .or(() -> take(chain))
                .ifPresent(why -> rejections.add(new Rejection(lines.getFirst().at(), chain.drill(), why)));
    }

    private Optional<String> take(Chain chain) {
        ChainStore.Taken taken = store.take(chain);
        counts.merge(taken, 1, Integer::sum);
        return taken == ChainStore.Taken.DIFFERENT
                ? Optional.of("another course of this drill is here already, and stays as it is")
                : Optional.empty();
    }

    /** A drill that still runs elsewhere must not be here: this machine would take it for an orphan and undo it. */
    private static Optional<String> objection(Chain chain) {
        try {
            List<Entry> entries = chain.rows().stream()
                    .map(row -> EntryCodec.decode(row.body()))
                    .toList();
            Drill drill = Drill.of(entries).orElseThrow();
            if (!drill.briefing().drill().equals(chain.drill())) {
                return Optional.of(
                        "its first entry opens drill " + drill.briefing().drill());
            }
            return drill.phase().over()
                    ? Optional.empty()
                    : Optional.of("it was not over when it was exported: export it again when it is");
        } catch (CodecException | IllegalEvent e) {
            return Optional.of("it makes no drill: " + e.getMessage());
        }
    }
}
