package dev.understudy.drill;

import dev.understudy.drill.DrillEvent.EndDecided;
import dev.understudy.drill.DrillEvent.FaultInjected;
import dev.understudy.drill.DrillEvent.ImpactSeen;
import dev.understudy.drill.DrillEvent.InjectionBegun;
import dev.understudy.drill.DrillEvent.ProbeTurned;
import dev.understudy.drill.DrillEvent.RecordWritten;
import dev.understudy.drill.DrillEvent.RecoverySeen;
import dev.understudy.drill.DrillEvent.SteadyStateHeld;
import dev.understudy.probe.Quality;
import dev.understudy.probe.Reading;
import java.time.Duration;

/** Drills brought to a point by writing their events down directly; each goes on from the one before. */
final class Drills {
    static final RecoverySeen RECOVERY = new RecoverySeen(Plot.s("20s"), Duration.ofMillis(10));

    private Drills() {}

    static Ledger opened(Plot plot) {
        return Ledger.open(plot);
    }

    static Ledger steady(Plot plot) {
        return opened(plot).add(turned(Quality.GOOD, "0s")).at("5s").add(new SteadyStateHeld());
    }

    static Ledger held(Plot plot) {
        return steady(plot).at("6s").add(new RecordWritten("lose", Ledger.OPENED.plusSeconds(1800)));
    }

    /** The injection has been decided and not answered for. */
    static Ledger going(Plot plot) {
        return held(plot).at("10s").add(new InjectionBegun("lose"));
    }

    /** The fault is in. */
    static Ledger in(Plot plot) {
        return going(plot).at("11s").add(new FaultInjected("lose", Plot.s("1s")));
    }

    /** The fault is in and steady state is broken. */
    static Ledger running(Plot plot) {
        return in(plot).at("12s")
                .add(turned(Quality.BAD, "12s"), new ImpactSeen("http", Plot.s("12s"), Duration.ofMillis(10)));
    }

    static ProbeTurned turned(Quality quality, String at) {
        return new ProbeTurned(new Reading("http", quality, Plot.s(at), Duration.ofMillis(10), "as the test says"));
    }

    static EndDecided ended() {
        return new EndDecided(EndCause.RECOVERED, "");
    }
}
