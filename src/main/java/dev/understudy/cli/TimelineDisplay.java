package dev.understudy.cli;

import dev.understudy.cluster.Change;
import dev.understudy.drill.Briefing;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Mark;
import dev.understudy.drill.Phase;
import dev.understudy.orchestrator.DrillListener;
import dev.understudy.probe.Quality;
import dev.understudy.probe.Reading;
import dev.understudy.report.EventText;
import dev.understudy.wording.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows a drill as it happens: a line for each event, and on a terminal below them what is going on right now. Off a
 * terminal a line a minute says that it still goes on.
 */
final class TimelineDisplay implements DrillListener, AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofMinutes(1);

    private final Screen screen;
    private final Supplier<Duration> sinceStart;
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final Strangers strangers = new Strangers();
    private volatile @Nullable Drill latest;
    private Duration nextBeat = HEARTBEAT;
    private int frame;

    /**
     * Shows on a screen.
     *
     * @param sinceStart monotonic time since this was made
     */
    TimelineDisplay(Screen screen, Supplier<Duration> sinceStart) {
        this.screen = screen;
        this.sinceStart = sinceStart;
        ticker.scheduleAtFixedRate(this::tick, 100, 100, TimeUnit.MILLISECONDS);
    }

    @Override
    public void written(Entry entry, Drill drill) {
        latest = drill;
        switch (entry.event()) {
            case DrillEvent.Opened(Briefing briefing) -> header(briefing);
            case DrillEvent.FaultPlanned(String fault, List<Change> changes, int hit, int whole) ->
                changes.forEach(change ->
                        screen.line("will " + fault + " (" + hit + " of " + whole + " pods): " + change.describe()));
            default -> event(entry, drill);
        }
    }

    private void header(Briefing briefing) {
        screen.line(screen.in(Screen.Colour.BOLD, briefing.subject().title()) + ": a "
                + (briefing.stage().rehearsal() ? "rehearsal" : "drill") + " on cluster '"
                + briefing.stage().cluster() + "'");
        screen.line("drill " + briefing.drill());
    }

    private void event(Entry entry, Drill drill) {
        if (worthALine(entry.event(), drill) && !strangers.known(entry.event())) {
            screen.line(line(entry, drill));
        }
    }

    /** First readings and what the header or the box says anyway are left out. */
    private static boolean worthALine(DrillEvent event, Drill drill) {
        return switch (event) {
            case DrillEvent.Opened _,
                    DrillEvent.FaultPlanned _,
                    DrillEvent.InjectionBegun _,
                    DrillEvent.RoundBegun _,
                    DrillEvent.BystandersWatched _,
                    DrillEvent.RecordRemoved _,
                    DrillEvent.ExclusionLifted _,
                    DrillEvent.Closed _,
                    DrillEvent.Debriefed _ -> false;
            case DrillEvent.ProbeTurned e -> drill.steadyHeld() || e.reading().quality() != Quality.GOOD;
            case DrillEvent.RecordWritten _ -> drill.phase() != Phase.ENDING;
            case DrillEvent.ExclusionArmed _,
                    DrillEvent.SteadyStateHeld _,
                    DrillEvent.Refused _,
                    DrillEvent.FaultInjected _,
                    DrillEvent.InjectionFailed _,
                    DrillEvent.FaultRepeated _,
                    DrillEvent.ImpactSeen _,
                    DrillEvent.SpreadSeen _,
                    DrillEvent.SpreadEnded _,
                    DrillEvent.Detected _,
                    DrillEvent.Acknowledged _,
                    DrillEvent.AlsoAcknowledged _,
                    DrillEvent.ChangeSeen _,
                    DrillEvent.Breached _,
                    DrillEvent.HintGiven _,
                    DrillEvent.GlassBroken _,
                    DrillEvent.Noted _,
                    DrillEvent.RecoverySeen _,
                    DrillEvent.FaultEnded _,
                    DrillEvent.Interrupted _,
                    DrillEvent.EndDecided _,
                    DrillEvent.ChangeUndone _,
                    DrillEvent.RecordKept _ -> true;
        };
    }

    private String line(Entry entry, Drill drill) {
        Mark zero = drill.marks().injected();
        Duration offset = switch (entry.event()) {
            case DrillEvent.ImpactSeen e -> e.at();
            case DrillEvent.RecoverySeen e -> e.at();
            case DrillEvent.SpreadSeen e -> e.at();
            case DrillEvent.SpreadEnded e -> e.at();
            case DrillEvent.ProbeTurned e -> e.reading().at();
            default -> entry.stamp().offset();
        };
        String when =
                zero == null ? "" : "%+.1fs".formatted(offset.minus(zero.at()).toMillis() / 1000.0);
        return screen.in(Screen.Colour.DIM, "%9s".formatted(when)) + "  "
                + coloured(entry.event(), EventText.of(entry.event()).text())
                + strangers.remark(entry.event());
    }

    private String coloured(DrillEvent event, String text) {
        return switch (event) {
            case DrillEvent.FaultInjected _,
                    DrillEvent.ImpactSeen _,
                    DrillEvent.SpreadSeen _,
                    DrillEvent.InjectionFailed _,
                    DrillEvent.FaultRepeated _,
                    DrillEvent.Refused _,
                    DrillEvent.RecordKept _ -> screen.in(Screen.Colour.RED, text);
            case DrillEvent.Breached _, DrillEvent.GlassBroken _, DrillEvent.HintGiven _ ->
                screen.in(Screen.Colour.YELLOW, text);
            case DrillEvent.RecoverySeen _ -> screen.in(Screen.Colour.GREEN, text);
            default -> text;
        };
    }

    private void tick() {
        Drill drill = latest;
        Duration now = sinceStart.get();
        if (drill == null || drill.phase().over()) {
            screen.status("");
            return;
        }
        if (screen.terminal()) {
            frame++;
            screen.status("⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏".charAt(frame % 10) + " " + doing(drill, now));
        } else if (now.compareTo(nextBeat) >= 0) {
            nextBeat = nextBeat.plus(HEARTBEAT);
            screen.line("%9s  ".formatted("...") + doing(drill, now));
        }
    }

    private String doing(Drill drill, Duration now) {
        Mark zero = drill.marks().injected();
        String what = switch (drill.phase()) {
            case PREPARING ->
                drill.steadyHeld()
                        ? "writing down the inverses"
                        : "waiting for steady state to hold for "
                                + Words.of(drill.briefing().steadyState().sustained());
            case HELD -> "about to inject";
            case RUNNING ->
                "%s since the injection, deadline after %s"
                        .formatted(
                                Words.of(Duration.ofSeconds(now.minus(zero == null ? now : zero.at())
                                        .toSeconds())),
                                Words.of(drill.briefing().guardrails().deadline()));
            case ENDING -> "undoing what is left";
            case CLOSED, REFUSED -> "";
        };
        return what + "  " + probes(drill);
    }

    private String probes(Drill drill) {
        Map<String, Reading> all = new TreeMap<>(drill.steady().latest());
        all.putAll(drill.guards().latest());
        StringBuilder out = new StringBuilder();
        all.forEach((name, reading) -> {
            String sign = switch (reading.quality()) {
                case GOOD -> screen.in(Screen.Colour.GREEN, "✓");
                case BAD -> screen.in(Screen.Colour.RED, "✗");
                case UNKNOWN -> screen.in(Screen.Colour.YELLOW, "?");
            };
            out.append(sign).append(' ').append(name).append("  ");
        });
        return out.toString().stripTrailing();
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        screen.status("");
    }
}
