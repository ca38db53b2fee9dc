package dev.understudy.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.history.file.Line;
import dev.understudy.history.file.Lines;
import dev.understudy.journal.Chain;
import dev.understudy.journal.ChainStore;
import dev.understudy.journal.DrillId;
import dev.understudy.journal.Export;
import dev.understudy.journal.Verification.Break;
import dev.understudy.journal.json.CodecException;
import dev.understudy.journal.json.ExportText;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes drills from an export into a journal. Every chain is recomputed, and every drill folded and read as its report
 * will be, before it is taken; one that does not hold is rejected as a whole, and the others are taken. Holds one drill in
 * memory at a time, and of that no more than a drill can have.
 */
public final class DrillImport {
    /** An entry holds a few changes of objects, each of at most a megabyte and escaped twice. */
    private static final int LONGEST_LINE = 4 << 20;

    private static final int MOST_ENTRIES = 100_000;
    private static final long MOST_LETTERS = 32L << 20;

    private final ChainStore store;
    private final String origin;
    private final Instant now;
    private final ImportTally tally = new ImportTally();
    private final List<Numbered> waiting = new ArrayList<>();
    private long letters;
    private @Nullable String passedOver;
    private @Nullable OccupiedTimes occupied;

    private DrillImport(ChainStore store, String origin, Instant now) {
        this.store = store;
        this.origin = origin;
        this.now = now;
    }

    private record Numbered(long at, Export.Line line) {}

    /**
     * Reads to the end.
     *
     * @param file what to call it where its drills are listed
     * @param now nothing in it can have happened later
     */
    public static ImportTally.Summary read(InputStream in, ChainStore store, String file, Instant now)
            throws IOException {
        String origin =
                "imported from " + file + " on " + now.atZone(ZoneOffset.UTC).toLocalDate();
        DrillImport taking = new DrillImport(store, origin, now);
        Lines lines = new Lines(in, UTF_8, LONGEST_LINE);
        for (Line line = lines.next(); line != null; line = lines.next()) {
            switch (line) {
                case Line.Spoilt(long number, var flaw) -> taking.unreadable(number, flaw.text());
                case Line.Text(long number, String text) when !text.isBlank() -> taking.line(number, text);
                case Line.Text _ -> {}
            }
        }
        taking.settle();
        return taking.tally.summary();
    }

    private void line(long number, String text) {
        Export.Line line;
        try {
            line = ExportText.read(text);
        } catch (CodecException e) {
            unreadable(number, "it is no line of an export: " + e.getMessage());
            return;
        }
        boolean begins = line.row().number() == 0;
        if (!begins && line.drill().equals(passedOver)) {
            return;
        }
        passedOver = null;
        // the same drill may come again, behind itself
        if (begins || (!waiting.isEmpty() && !waiting.getFirst().line().drill().equals(line.drill()))) {
            settle();
        }
        letters += text.length();
        if (!DrillId.fits(line.drill())) {
            passOver(number, line.drill(), "its id is none that a drill can have");
        } else if (waiting.size() == MOST_ENTRIES || letters > MOST_LETTERS) {
            passOver(
                    number,
                    line.drill(),
                    "it is larger than any drill: " + MOST_ENTRIES + " entries, or " + (MOST_LETTERS >> 20) + " MiB");
        } else {
            waiting.add(new Numbered(number, line));
        }
    }

    /** A line that says nothing belongs to the drill whose lines it stands between. */
    private void unreadable(long number, String why) {
        if (waiting.isEmpty()) {
            tally.reject(number, "", why);
        } else if (waiting.size() < waiting.getFirst().line().length()) {
            passOver(number, waiting.getFirst().line().drill(), why);
        } else {
            settle();
            tally.reject(number, "", why);
        }
    }

    private void passOver(long number, String drill, String why) {
        tally.reject(number, drill, why);
        passedOver = drill;
        forget();
    }

    private void forget() {
        waiting.clear();
        letters = 0;
    }

    /** Takes the drill whose lines have all been read, or says why not. */
    private void settle() {
        if (waiting.isEmpty()) {
            return;
        }
        List<Numbered> lines = List.copyOf(waiting);
        forget();
        Chain chain = Export.chain(lines.stream().map(Numbered::line).toList());
        Optional<Break> broken = Export.check(chain);
        if (broken.isPresent()) {
            int number = broken.get().number();
            Numbered at = lines.get(Math.min(number, lines.size() - 1));
            tally.reject(
                    at.at(),
                    chain.drill(),
                    "entry " + number + ": " + broken.get().what());
            return;
        }
        try {
            take(Candidate.of(chain, now));
        } catch (Objection e) {
            tally.reject(lines.getFirst().at(), chain.drill(), e.why());
        }
    }

    private void take(Candidate candidate) throws Objection {
        OccupiedTimes times = occupied == null ? OccupiedTimes.of(store) : occupied;
        occupied = times;
        times.check(candidate);
        String drill = candidate.chain().drill();
        int before = store.chain(drill).rows().size();
        switch (store.take(candidate.chain(), origin)) {
            case NEW -> tally.added(candidate);
            case GROWN -> tally.grown(candidate, before);
            case THERE -> tally.there(candidate);
            case UNFINISHED ->
                throw new Objection("it is not over here, and an import does not finish it: 'understudy undo --drill "
                        + drill + "' first");
            case DIFFERENT -> throw new Objection("another course of this drill is here already, and stays as it is");
        }
        times.add(candidate);
    }
}
