package dev.understudy.drill;

import dev.understudy.cluster.UndoResult;
import dev.understudy.probe.Steadiness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A drill's state while one event is folded in; never leaves {@link Transitions}. */
final class Draft {
    final Briefing briefing;
    final Stamp opened;
    final Map<String, FaultState> faults;
    final List<String> armed;
    int length;
    Stamp latest;
    Phase phase;
    Steadiness steady;
    Steadiness guards;
    boolean steadyHeld;
    RecordState record;
    boolean interrupted;
    Marks marks;
    Involvement people;
    Bystanders bystanders;
    DrillEvent.@Nullable EndDecided ending;
    DrillEvent.@Nullable Closed closed;
    List<String> refusals;

    @Nullable
    Settlement settlement;

    Draft(Drill from, Stamp now) {
        briefing = from.briefing();
        opened = from.opened();
        faults = new LinkedHashMap<>(from.faults());
        armed = new ArrayList<>(from.armed());
        length = from.length() + 1;
        latest = now;
        phase = from.phase();
        steady = from.steady();
        guards = from.guards();
        steadyHeld = from.steadyHeld();
        record = from.record();
        interrupted = from.interrupted();
        marks = from.marks();
        people = from.people();
        bystanders = from.bystanders();
        ending = from.ending();
        closed = from.closed();
        refusals = from.refusals();
        settlement = from.settlement();
    }

    Drill drill() {
        return new Drill(
                length,
                phase,
                briefing,
                opened,
                latest,
                steady,
                guards,
                steadyHeld,
                Collections.unmodifiableMap(faults),
                record,
                interrupted,
                List.copyOf(armed),
                marks,
                people,
                bystanders,
                ending,
                closed,
                refusals,
                settlement);
    }

    FaultState fault(String name, DrillEvent event) {
        FaultState fault = faults.get(name);
        if (fault == null) {
            throw new IllegalEvent(phase, event, "there is no fault '" + name + "'");
        }
        return fault;
    }

    void require(boolean condition, DrillEvent event, String otherwise) {
        if (!condition) {
            throw new IllegalEvent(phase, event, otherwise);
        }
    }

    /** When it happened: news may come late, so what its source says counts where that is earlier. */
    Duration earlier(Duration heard, @Nullable Instant source) {
        Duration said = source == null ? heard : Duration.between(opened.at(), source);
        return said.compareTo(heard) < 0 ? said : heard;
    }

    boolean allPlanned() {
        return faults.values().stream().noneMatch(f -> f.progress() == FaultState.Progress.BRIEFED);
    }

    boolean undoOpen() {
        return faults.values().stream().anyMatch(FaultState::open);
    }

    /** Whether something may have been changed, all of it has an answer, and none of them is a failure. */
    boolean nothingLeft() {
        return faults.values().stream().anyMatch(FaultState::touched)
                && !undoOpen()
                && faults.values().stream()
                        .flatMap(f -> f.undone().values().stream())
                        .noneMatch(u -> u.result() == UndoResult.FAILED);
    }
}
