package dev.understudy.drill;

import dev.understudy.cluster.UndoResult;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.Part;
import dev.understudy.exclusion.Actor;
import dev.understudy.probe.Quality;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Drills by chance, the same for the same seed. Every time in them is a whole number of tenths of a second. */
final class RandomDrill {
    private static final List<Signal> SIGNALS = Samples.signals();
    private static final List<DrillEvent> EVENTS = Samples.events();

    private final SplittableRandom random;
    /** For what came later, so that the drills of before stay as they were. */
    private final SplittableRandom more;

    RandomDrill(long seed) {
        random = new SplittableRandom(seed);
        more = new SplittableRandom(~seed);
    }

    Plot plot() {
        Plot plot = Plot.plot()
                .sustained(tenths(0, 60))
                .deadline(tenths(50, 600))
                .impactWithin(tenths(10, 300))
                .objectives(tenths(10, 100), tenths(10, 100), tenths(10, 300))
                .changesPerFault(random.nextInt(1, 4))
                .fault("lose", "0s");
        if (random.nextInt(4) == 0) {
            plot = Plot.plot().fault("lose", "0s", tenths(20, 200)).deadline(tenths(100, 600));
        }
        if (random.nextInt(3) == 0) {
            plot.fault("slow", tenths(0, 200), tenths(20, 300));
        }
        if (random.nextInt(4) == 0) {
            plot.fault("fill", tenths(0, 200));
        }
        switch (more.nextInt(12)) {
            case 0 ->
                plot.waiting("wait", tenths(more, 0, 100), "http", more.nextBoolean() ? Quality.BAD : Quality.GOOD);
            case 1 -> plot.repeated("again", tenths(more, 0, 100), tenths(more, 10, 50), more.nextInt(2, 5));
            case 2 -> plot.repeated("again", tenths(more, 0, 100), tenths(more, 10, 50), null);
            case 3 -> plot.sticky("stick", tenths(more, 0, 100));
            default -> {}
        }
        if (random.nextBoolean()) {
            plot.alsoSteady("cache");
        }
        if (random.nextBoolean()) {
            plot.guard("payments", tenths(0, 100));
        }
        if (random.nextInt(4) == 0) {
            plot.expectsNoImpact();
        }
        return random.nextInt(4) == 0 ? plot.unaudited() : plot;
    }

    Hand hand() {
        Hand hand = new Hand().writingTakes(tenths(0, 60)).injectingTakes(tenths(0, 60));
        hand.undoes(UndoResult.values()[random.nextInt(UndoResult.values().length)]);
        return switch (random.nextInt(12)) {
            case 0 -> hand.refusesRecord("409");
            case 1 -> hand.failsToInject("409");
            case 2 -> hand.keepsRecord("500");
            default -> hand;
        };
    }

    /** A drill with up to thirty things that happen to it. */
    Stage stage() {
        Stage stage = Stage.open(plot(), hand());
        int cues = random.nextInt(30);
        for (int i = 0; i < cues; i++) {
            stage.at(Duration.ofMillis(100L * random.nextInt(700)), cue());
        }
        return stage;
    }

    Signal signal() {
        return SIGNALS.get(random.nextInt(SIGNALS.size()));
    }

    DrillEvent event() {
        return EVENTS.get(random.nextInt(EVENTS.size()));
    }

    /** Names every actor as somebody, and says of the excluded what chance says. */
    Debrief debrief() {
        Debriefs debrief = more.nextBoolean() ? Debriefs.debrief().confirms() : Debriefs.debrief();
        for (String actor : List.of("ana", "bo", "cy", "dan")) {
            debrief = debrief.attributes(actor, List.of("ana", "bo", "cy").get(more.nextInt(3)));
        }
        Part.Involved[] parts = Part.Involved.values();
        return debrief.part("ana", parts[more.nextInt(parts.length)]).build();
    }

    Duration pause() {
        return Duration.ofMillis(100L * random.nextInt(100));
    }

    private Cue cue() {
        List<Supplier<Cue>> all = List.of(
                () -> Cue.good(probe()),
                () -> Cue.good(probe()),
                () -> Cue.bad(probe()),
                () -> Cue.bad(probe()),
                () -> Cue.unknown(probe()),
                () -> Cue.bad(probe()).late("0.5s"),
                Cue::alert,
                () -> Cue.ack(who()),
                () -> Cue.wrote(Actor.Kind.values()[random.nextInt(5)], who()),
                () -> Cue.wrote(who()).late("2s"),
                () -> Cue.looked(who()),
                () -> Cue.advised(who()),
                () -> Cue.hint(random.nextInt(1, 5)),
                () -> Cue.glass(who(), random.nextInt(4) == 0),
                () -> Cue.of(new Signal.Remarked("hm")),
                () -> random.nextInt(3) == 0 ? Cue.stop(EndCause.PERSON) : Cue.good(probe()));
        return all.get(random.nextInt(all.size())).get();
    }

    private String probe() {
        return List.of("http", "http", "http", "cache", "payments").get(random.nextInt(5));
    }

    private String who() {
        return List.of("ana", "bo", "cy", "dan").get(random.nextInt(4));
    }

    private String tenths(int from, int to) {
        return tenths(random, from, to);
    }

    private static String tenths(SplittableRandom random, int from, int to) {
        return random.nextInt(from, to) / 10.0 + "s";
    }
}
