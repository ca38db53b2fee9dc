package dev.understudy.drill;

import dev.understudy.exclusion.Actor;
import dev.understudy.probe.Quality;
import dev.understudy.probe.Reading;
import java.time.Duration;
import java.util.Map;

/** Something that will reach the drill at a moment that the test chooses. */
@FunctionalInterface
interface Cue {
    /** Returns the signal as it is when it happens then. */
    Signal at(Duration then);

    static Cue of(Signal signal) {
        return _ -> signal;
    }

    /** News that comes so much later than it happened. */
    default Cue late(String by) {
        return heard -> at(heard.minus(Plot.s(by)));
    }

    static Cue good(String probe) {
        return reading(probe, Quality.GOOD, "answers 200");
    }

    static Cue bad(String probe) {
        return reading(probe, Quality.BAD, "503 instead of 200");
    }

    static Cue unknown(String probe) {
        return reading(probe, Quality.UNKNOWN, "the prober has no network");
    }

    private static Cue reading(String probe, Quality quality, String detail) {
        return then -> new Signal.Read(new Reading(probe, quality, then, Duration.ofMillis(10), detail));
    }

    static Cue alert() {
        return alert("CheckoutDown");
    }

    static Cue alert(String name) {
        return then -> new Signal.Alerted(Map.of("alertname", name), Ledger.OPENED.plus(then));
    }

    static Cue ack(String who) {
        return then -> new Signal.AcknowledgedBy(who, Ledger.OPENED.plus(then));
    }

    static Cue wrote(Actor.Kind kind, String who) {
        return then -> new Signal.Wrote(
                new Actor(kind, who), "patch", "deployments.apps/checkout-cache", Ledger.OPENED.plus(then));
    }

    static Cue wrote(String person) {
        return wrote(Actor.Kind.PERSON, person);
    }

    static Cue looked(String who) {
        return of(new Signal.LookedAt(who, "get pods"));
    }

    static Cue advised(String who) {
        return of(new Signal.Advised(who, "said: scale it up"));
    }

    static Cue hint(int level) {
        return of(new Signal.Hinted(level));
    }

    static Cue glass(String who, boolean realEmergency) {
        return of(new Signal.GlassBroke(who, realEmergency ? "payments are down" : "we are lost", realEmergency));
    }

    static Cue stop(EndCause cause) {
        return of(new Signal.Stop(cause, "told to"));
    }
}
