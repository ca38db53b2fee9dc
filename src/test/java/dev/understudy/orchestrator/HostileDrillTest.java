package dev.understudy.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.ClusterException;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.EndCause;
import dev.understudy.drill.Outcome;
import dev.understudy.hostile.HostileServer;
import dev.understudy.hostile.Misdeed;
import dev.understudy.hostile.Mood;
import dev.understudy.probe.Quality;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole drills by way of an API server that misbehaves: none loses an event, hangs, or leaves a fault. */
class HostileDrillTest {
    private static final List<Misdeed> MISDEEDS = List.of(
            new Misdeed.Refuses(401),
            new Misdeed.Refuses(403),
            new Misdeed.Refuses(409),
            new Misdeed.Refuses(410),
            new Misdeed.Refuses(422),
            new Misdeed.Refuses(429),
            new Misdeed.Refuses(500),
            new Misdeed.Refuses(503),
            new Misdeed.Hangup(),
            new Misdeed.LosesAnswer(),
            new Misdeed.CutsBody(),
            new Misdeed.DoesAndFails(),
            new Misdeed.Impostor(),
            new Misdeed.Delays(Duration.ofMillis(100)),
            new Misdeed.ResetsWatch(),
            new Misdeed.ExpiresWatch());

    /** What was cut off in the test before comes back at its own pace. */
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    static Path folder;

    private static Haunted house;

    @BeforeAll
    static void opens() throws IOException {
        house = new Haunted(folder);
    }

    @AfterAll
    static void closes() {
        house.close();
    }

    @AfterEach
    void calm() {
        house.server.become(Mood.CALM);
    }

    static Stream<Mood> moods() {
        return Stream.concat(
                MISDEEDS.stream().map(each -> new Mood(7, 0.5, spell(each), List.of(each))),
                LongStream.rangeClosed(1, 4).mapToObj(seed -> new Mood(seed, 0.3, 40, MISDEEDS)));
    }

    /**
     * All kinds are tried while the fault is in, where it matters most; of the other moments each has every third,
     * unless {@code -Dunderstudy.matrix=full} asks for all.
     */
    private static Stream<Mood> everyThird(int first) {
        List<Mood> all = moods().toList();
        boolean full = "full".equals(System.getProperty("understudy.matrix"));
        return IntStream.range(0, all.size())
                .filter(i -> full || i % 3 == first)
                .mapToObj(all::get);
    }

    static Stream<Mood> someAtTheStart() {
        return everyThird(0);
    }

    static Stream<Mood> someAtTheOpening() {
        return everyThird(1);
    }

    /** Waiting takes time. */
    private static int spell(Misdeed misdeed) {
        return misdeed instanceof Misdeed.Refuses(int status, String _) && status == 429 ? 4 : 20;
    }

    @ParameterizedTest
    @MethodSource("someAtTheStart")
    void no_drill_loses_an_event_or_hangs_or_leaves_a_fault_when_its_server_turns_hostile_at_the_start(Mood mood)
            throws Exception {
        LiveDrill live = house.open();
        house.server.become(mood);

        Drill end = house.end(live);

        house.server.become(Mood.CALM);
        house.nothingIsLeft(end);
    }

    @ParameterizedTest
    @MethodSource("moods")
    void no_drill_leaves_a_fault_when_its_server_turns_hostile_while_the_fault_is_in(Mood mood) throws Exception {
        LiveDrill live = house.open(() -> house.server.become(mood));

        Drill end = house.end(live);

        assertThat(end.marks().injected()).isNotNull();
        house.server.become(Mood.CALM);
        house.nothingIsLeft(end);
    }

    @ParameterizedTest
    @MethodSource("someAtTheOpening")
    void a_hostile_server_at_the_opening_leads_to_a_drill_or_to_nothing_at_all(Mood mood) throws Exception {
        house.server.become(mood);

        try {
            if (house.tryOpen() instanceof OpenResult.Going going) {
                house.nothingIsLeft(house.end(going.drill()));
            }
        } catch (ClusterException e) {
            assertThat(e).hasMessageNotContaining("null");
        }

        house.server.become(Mood.CALM);
        house.untouched();
    }

    @Test
    void a_server_that_is_gone_for_five_seconds_costs_the_drill_and_nothing_else() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        LiveDrill live = house.open(() -> {
            house.server.goAway();
            gone.countDown();
        });
        assertThat(gone.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        Awaitility.await().pollDelay(Duration.ofSeconds(5)).until(() -> true);
        house.server.become(Mood.CALM);

        Drill end = house.end(live);

        assertThat(end.leftBehind() || end.recordKept()).isFalse();
        house.untouched();
    }

    @Test
    void no_probe_believes_what_it_saw_before_the_server_went_away() throws Exception {
        LiveDrill live = house.openPatient();
        Awaitility.await()
                .atMost(LONG)
                .until(() -> house.events(live).stream().anyMatch(DrillEvent.ImpactSeen.class::isInstance));
        house.server.goAway();
        Awaitility.await()
                .atMost(LONG)
                .until(() -> house.events(live).stream()
                        .anyMatch(
                                e -> e instanceof DrillEvent.EndDecided decided && decided.cause() == EndCause.BLIND));
        house.server.become(Mood.CALM);

        Drill end = house.end(live);

        assertThat(house.events(live))
                .anyMatch(e -> e instanceof DrillEvent.ProbeTurned turned
                        && turned.reading().quality() == Quality.UNKNOWN);
        assertThat(end.outcome()).isEqualTo(Outcome.ABORTED);
        house.untouched();
    }

    @ParameterizedTest
    @MethodSource("lost")
    void a_write_that_was_carried_out_and_not_answered_is_settled_by_reading(Misdeed lost) throws Exception {
        LiveDrill live = house.open();
        house.server.become(Mood.always(lost), HostileServer.Passing::writes);

        Drill end = house.end(live);

        assertThat(end.marks().injected()).isNotNull();
        assertThat(end.leftBehind() || end.recordKept()).isFalse();
        house.untouched();
    }

    static Stream<Misdeed> lost() {
        return Stream.of(new Misdeed.LosesAnswer(), new Misdeed.CutsBody(), new Misdeed.DoesAndFails());
    }
}
