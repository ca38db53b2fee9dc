package dev.understudy.drill;

import static dev.understudy.drill.Cue.ack;
import static dev.understudy.drill.Cue.advised;
import static dev.understudy.drill.Cue.alert;
import static dev.understudy.drill.Cue.bad;
import static dev.understudy.drill.Cue.glass;
import static dev.understudy.drill.Cue.good;
import static dev.understudy.drill.Cue.looked;
import static dev.understudy.drill.Cue.stop;
import static dev.understudy.drill.Cue.unknown;
import static dev.understudy.drill.Cue.wrote;
import static dev.understudy.drill.Plot.plot;

import dev.understudy.cluster.UndoResult;
import dev.understudy.exclusion.Actor;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole drills, each told as a text file for people to read. */
class TimelineTest {
    /** The name of each is the name of its file. */
    enum Story {
        SELF_HEALED(() -> Stage.open(plot())
                .then("1s", bad("http"), alert())
                .then("2s", wrote(Actor.Kind.AUTOMATION, "autoscaler"))
                .then("3s", good("http"))),
        RECOVERED(() -> Stage.open(plot())
                .then("1s", bad("http"))
                .then("2s", alert())
                .then("3s", ack("bo"), looked("ana"))
                .then("8s", wrote("bo"))
                .then("9s", good("http"))),
        RECOVERED_LATE(() -> Stage.open(plot())
                .then("1s", bad("http"))
                .then("2s", alert())
                .then("8s", wrote("bo"))
                .then("9s", good("http"))),
        RESCUED(() -> Stage.open(plot())
                .then("1s", bad("http"))
                .then("2s", alert())
                .then("3s", ack("bo"))
                .then("5m", advised("ana"))
                .then("6m", wrote("bo"))
                .then("6m2s", good("http"))),
        NOT_RECOVERED(() ->
                Stage.open(plot()).then("1s", bad("http")).then("2s", alert()).then("3s", ack("bo"))),
        ABORTED(() -> Stage.open(plot().guard("payments", "30s"))
                .then("1s", bad("http"))
                .then("10s", bad("payments"))),
        INVALID_WITHOUT_IMPACT(() -> Stage.open(plot()).then("5m", wrote("bo"))),
        REFUSED_WHILE_UNSTEADY(() ->
                Stage.open(plot()).at("3s", bad("http")).at("35s", good("http")).at("39s", bad("http"))),
        REFUSED_WHILE_THE_ALERT_FIRES(() -> Stage.open(plot()).at("3s", alert())),
        REFUSED_WHEN_ANOTHER_DRILL_RUNS_THERE(
                () -> Stage.open(plot(), new Hand().refusesRecord("another drill holds namespace shop"))),
        SELF_HEALED_WITHOUT_IMPACT(() -> Stage.open(plot().expectsNoImpact())),
        STEADY_WHEN_THE_DEADLINE_COMES(() -> Stage.open(plot().deadline("1m"))
                .then("1s", bad("http"))
                .then("50s", wrote("bo"))
                .then("58s", good("http"))),
        BROKEN_AGAIN_AFTER_THE_DEADLINE(() -> Stage.open(plot().deadline("1m"))
                .then("1s", bad("http"))
                .then("58s", good("http"))
                .then("62s", bad("http"))),
        THE_FAULT_ENDED_BY_ITSELF(() -> Stage.open(plot().fault("lose", "0s", "30s"))
                .then("1s", bad("http"))
                .then("31s", good("http"))),
        TWO_FAULTS(() -> Stage.open(plot().fault("lose", "0s").fault("slow", "20s"))
                .then("1s", bad("http"))
                .then("2s", alert(), ack("cy"))
                .then("4s", wrote("cy"))
                .then("5s", good("http"))),
        STOPPED_WHILE_THE_RECORD_IS_WRITTEN(
                () -> Stage.open(plot(), new Hand().writingTakes("4s")).at("6s", stop(EndCause.PERSON))),
        STOPPED_WHILE_BEING_INJECTED(
                () -> Stage.open(plot(), new Hand().injectingTakes("4s")).then("1s", stop(EndCause.HALT))),
        KILLED_WHILE_BEING_INJECTED(
                () -> Stage.open(plot(), new Hand().injectingTakes("4s")).diesAt("1s")),
        KILLED_WHILE_BEING_UNDONE(() -> Stage.open(plot().changesPerFault(3))
                .then("1s", bad("http"))
                .then("10s", stop(EndCause.PERSON))
                .diesAt("10.5s")),
        REAL_EMERGENCY(() -> Stage.open(plot()).then("1s", bad("http")).then("40s", glass("bo", true))),
        ABORTED_TOO_LATE(() -> Stage.open(plot()).then("1s", bad("http")).then("15m2s", stop(EndCause.PERSON))),
        SOMETHING_LEFT_BEHIND(
                () -> Stage.open(plot(), new Hand().undoes(UndoResult.FAILED).keepsRecord("the API server is gone"))
                        .then("1s", bad("http"))
                        .then("10s", stop(EndCause.PERSON))),
        BLIND(() -> Stage.open(plot().guard("payments", "30s"))
                .then("1s", bad("http"))
                .then("2s", unknown("payments"))
                .then("50s", unknown("http"))),
        LOST_WHILE_THE_RECORD_IS_WRITTEN(() -> Stage.open(plot(), new Hand().writingTakes("4s"))
                .at("6s", bad("http"))
                .at("7s", good("http"))),
        LOST_BEFORE_THE_INJECTION_BUT_HEARD_AFTER(
                () -> Stage.open(plot()).then("0.2s", bad("http").late("0.3s"))),
        BROKEN_WHILE_BEING_INJECTED(() -> Stage.open(plot(), new Hand().injectingTakes("4s"))
                .then("1s", bad("http"))
                .then("3s", alert(), ack("bo"))
                .then("6s", wrote("bo"))
                .then("7s", good("http"))),
        THE_NEWS_CAME_AFTER_THE_RECOVERY(() -> Stage.open(plot())
                .then("1s", bad("http"))
                .then("2s", alert())
                .then("3s", ack("bo"))
                .then("9s", good("http"))
                .then("12s", wrote("ana").late("4s"))),
        TAKEN_BY_THE_EXCLUDED(() -> Stage.open(plot())
                .then("1s", bad("http"))
                .then("2s", alert())
                .then("3s", ack("ana"))
                .then("4s", ack("bo"))
                .then("8s", wrote("bo"))
                .then("9s", good("http")));

        private final Supplier<Stage> stage;

        Story(Supplier<Stage> stage) {
            this.stage = stage;
        }

        String file() {
            return "timelines/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
        }
    }

    @ParameterizedTest
    @EnumSource
    void goes_as_the_file_tells(Story story) {
        Stage told = story.stage.get().run();

        Golden.check(story.file(), Timeline.of(told.entries()));
    }
}
