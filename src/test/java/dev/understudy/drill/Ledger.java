package dev.understudy.drill;

import dev.understudy.drill.DrillEvent.ExclusionArmed;
import dev.understudy.drill.DrillEvent.FaultPlanned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A journal in memory: appends events at a moment and folds them as it goes. */
final class Ledger {
    static final Instant OPENED = Instant.parse("2026-11-21T10:15:00Z");

    private final List<Entry> entries = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private Drill drill;

    private Ledger(Entry first) {
        entries.add(first);
        drill = Drill.of(entries).orElseThrow();
    }

    /** A drill that has been opened, planned, and whose excluded responders are out. */
    static Ledger open(Plot plot) {
        Briefing briefing = plot.briefing();
        Ledger ledger = new Ledger(new Entry(0, stamp(Duration.ZERO), Origin.DRILL, new DrillEvent.Opened(briefing)));
        briefing.excluded().forEach(who -> ledger.add(new ExclusionArmed(who, "wrote the cache layer")));
        for (Briefing.Step step : plot.steps()) {
            ledger.add(new FaultPlanned(step.name(), plot.changesOf(step), 3, 3));
        }
        return ledger;
    }

    /** A copy of a journal, to go on from there. */
    static Ledger of(List<Entry> journal) {
        Ledger ledger = new Ledger(journal.getFirst());
        journal.stream().skip(1).forEach(ledger::write);
        return ledger;
    }

    static Stamp stamp(Duration offset) {
        return new Stamp(OPENED.plus(offset), offset);
    }

    Ledger at(Duration time) {
        now = time;
        return this;
    }

    Ledger at(String time) {
        return at(Plot.s(time));
    }

    Ledger add(DrillEvent... events) {
        for (DrillEvent event : events) {
            write(new Entry(entries.size(), stamp(now), Origin.DRILL, event));
        }
        return this;
    }

    void add(List<DrillEvent> events, Origin origin) {
        for (DrillEvent event : events) {
            write(new Entry(entries.size(), stamp(now), origin, event));
        }
    }

    private void write(Entry entry) {
        drill = drill.after(entry);
        now = entry.stamp().offset();
        entries.add(entry);
    }

    Duration now() {
        return now;
    }

    Drill drill() {
        return drill;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }
}
