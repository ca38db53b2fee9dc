package dev.understudy.drill;

/** Drills that have been injected and go on from there by what a test adds. */
final class Incidents {
    private Incidents() {}

    /** Broken 1 s after the injection. */
    static Stage broken(Plot plot) {
        return broken(plot, new Hand());
    }

    static Stage broken(Plot plot, Hand hand) {
        return Stage.open(plot, hand).then("1s", Cue.bad("http"));
    }

    /** Broken at 1 s, detected, taken and repaired by bo at 8 s, well at 9 s: everything as it should be. */
    static Stage repaired(Plot plot) {
        return broken(plot)
                .then("2s", Cue.alert())
                .then("3s", Cue.ack("bo"))
                .then("8s", Cue.wrote("bo"))
                .then("9s", Cue.good("http"));
    }
}
