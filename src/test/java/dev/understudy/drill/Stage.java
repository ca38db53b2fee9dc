package dev.understudy.drill;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs a drill as the orchestrator does, on a clock that moves only from one thing that happens to the next: takes a
 * signal, lets the rules decide, appends, ticks until quiet, then begins what is outstanding, each action once and one
 * after the other.
 */
final class Stage {
    private static final Duration HORIZON = Duration.ofDays(1);

    private record Due(Duration at, int order, Runnable what) {}

    private record Line(Duration fromZero, Cue cue) {}

    private final Ledger ledger;
    private final Hand hand;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::order));
    private final List<Line> script = new ArrayList<>();
    private final Deque<Action> waiting = new ArrayDeque<>();
    private final Set<Action> begun = new HashSet<>();
    private Duration now = Duration.ZERO;
    private Duration beat = Duration.ZERO;
    private boolean busy;
    private int order;
    private int life;

    private Stage(Ledger ledger, Hand hand) {
        this.ledger = ledger;
        this.hand = hand;
        this.now = ledger.now();
    }

    /** A drill whose probes are good from the first moment on. */
    static Stage open(Plot plot, Hand hand) {
        Stage stage = dark(plot, hand);
        Drill drill = stage.drill();
        Stream.of(
                        drill.briefing().steadyState().probes().stream().map(p -> p.name()),
                        drill.briefing().guardrails().abortUnless().stream()
                                .map(g -> g.probe().name()))
                .flatMap(names -> names)
                .forEach(name -> stage.at("0s", Cue.good(name)));
        return stage;
    }

    static Stage open(Plot plot) {
        return open(plot, new Hand());
    }

    /** A drill whose probes have not read yet. */
    static Stage dark(Plot plot, Hand hand) {
        return new Stage(Ledger.open(plot), hand);
    }

    /** Goes on with a journal as a new process does. */
    static Stage resume(Ledger ledger, Hand hand) {
        return new Stage(ledger, hand);
    }

    /** Something happens so long after the drill was opened. */
    Stage at(String time, Cue cue) {
        return at(Plot.s(time), cue);
    }

    Stage at(Duration time, Cue cue) {
        later(time, () -> take(cue.at(now)));
        return this;
    }

    /** Something happens so long after the first injection. */
    Stage then(String time, Cue... cues) {
        for (Cue cue : cues) {
            script.add(new Line(Plot.s(time), cue));
        }
        return this;
    }

    /** The process dies so long after the first injection, and a new one takes over after a while. */
    Stage diesAt(String time) {
        script.add(new Line(Plot.s(time), _ -> new Signal.Stop(EndCause.CRASH, "")));
        return this;
    }

    /** Instead of sleeping until time may decide something, looks in this rhythm. */
    Stage ticking(Duration rhythm) {
        beat = rhythm;
        return this;
    }

    Stage run() {
        settle();
        while (!drill().phase().over()) {
            now = next().filter(at -> at.compareTo(HORIZON) < 0)
                    .orElseThrow(() -> new AssertionError("hangs:\n" + Timeline.of(ledger.entries())));
            while (!due.isEmpty() && due.element().at().compareTo(now) <= 0) {
                due.remove().what().run();
            }
            settle();
        }
        return this;
    }

    private Optional<Duration> next() {
        Optional<Duration> wake = beat.isZero() ? DrillRules.nextWake(drill(), now) : Optional.of(now.plus(beat));
        return Stream.concat(Stream.ofNullable(due.peek()).map(Due::at), wake.stream())
                .min(Comparator.naturalOrder());
    }

    private void take(Signal signal) {
        if (signal instanceof Signal.Stop(EndCause cause, String _) && cause == EndCause.CRASH) {
            die();
            return;
        }
        append(DrillRules.decide(drill(), signal, Ledger.stamp(now)), origin(signal));
        settle();
    }

    private void settle() {
        List<DrillEvent> decided = DrillRules.decide(drill(), new Signal.Tick(), Ledger.stamp(now));
        while (!decided.isEmpty()) {
            append(decided, Origin.DRILL);
            decided = DrillRules.decide(drill(), new Signal.Tick(), Ledger.stamp(now));
        }
        Mark zero = drill().marks().injected();
        if (zero != null) {
            script.forEach(line ->
                    later(zero.at().plus(line.fromZero()), () -> take(line.cue().at(now))));
            script.clear();
        }
        Outstanding.of(drill(), now).stream().filter(begun::add).forEach(waiting::add);
        work();
    }

    private void work() {
        if (busy || waiting.isEmpty()) {
            return;
        }
        Action action = waiting.remove();
        if (action instanceof Action.RemoveRecord) {
            heal();
        }
        List<Hand.Answer> answers = hand.perform(action, drill());
        busy = !answers.isEmpty();
        int mine = life;
        for (Hand.Answer answer : answers) {
            boolean last = answer.equals(answers.getLast());
            later(now.plus(answer.after()), () -> answered(answer.signal(), last, mine));
        }
        work();
    }

    /** Where nothing of the drill is left the probes are good again, as long as somebody reads them. */
    private void heal() {
        int mine = life;
        drill().steady().probes().stream()
                .sorted()
                .forEach(probe -> later(
                        now.plus(hand.healing()), () -> answered(Cue.good(probe).at(now), false, mine)));
    }

    private void answered(Signal signal, boolean last, int whose) {
        if (whose == life) {
            busy = busy && !last;
            take(signal);
        }
    }

    private void die() {
        life++;
        busy = false;
        waiting.clear();
        begun.clear();
        now = now.plusSeconds(3);
        append(List.of(new DrillEvent.Interrupted("killed")), Origin.DRILL);
        if (drill().phase() != Phase.ENDING) {
            append(List.of(new DrillEvent.EndDecided(EndCause.CRASH, "killed")), Origin.DRILL);
        }
        settle();
    }

    private void append(List<DrillEvent> events, Origin origin) {
        ledger.at(now).add(events, origin);
    }

    private void later(Duration at, Runnable what) {
        due.add(new Due(at.compareTo(now) < 0 ? now : at, order++, what));
    }

    private static Origin origin(Signal signal) {
        return switch (signal) {
            case Signal.AcknowledgedBy ack -> new Origin(ack.responder(), "terminal", Grade.C);
            case Signal.Alerted _ -> new Origin("alertmanager", "rehearsal", Grade.A);
            case Signal.Wrote wrote -> new Origin(wrote.actor().name(), "audit", Grade.A);
            default -> Origin.DRILL;
        };
    }

    Drill drill() {
        return ledger.drill();
    }

    Outcome outcome() {
        return drill().outcome();
    }

    List<Entry> entries() {
        return ledger.entries();
    }
}
