package dev.understudy.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Sighting;
import dev.understudy.cluster.Workload;
import dev.understudy.cluster.WorkloadKind;
import dev.understudy.drill.Signal;
import dev.understudy.probe.Probe;
import dev.understudy.probe.ProbeCheck;
import dev.understudy.probe.Quality;
import dev.understudy.probe.Share;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkloadWatchTest {
    private static final Instant NOW = Instant.EPOCH;
    private static final Workload CACHE = new Workload(WorkloadKind.DEPLOYMENT, "cache");
    private static final ObjectRef REF = CACHE.in("shop");

    private final List<Quality> read = new ArrayList<>();
    private final WorkloadWatch watch = new WorkloadWatch(
            new Probe("ready", Duration.ofSeconds(1), new ProbeCheck.Ready(CACHE, Share.parse("100%"))),
            REF,
            3,
            DrillClock.starting(InstantSource.fixed(NOW), () -> 0),
            (signal, _) -> read.add(((Signal.Read) signal).reading().quality()));

    @Test
    void reads_on_every_change_it_sees() {
        watch.accept(present(3));
        watch.accept(present(2));

        assertThat(read).containsExactly(Quality.GOOD, Quality.BAD);
    }

    @Test
    void cannot_tell_while_it_is_blind_and_reads_again_when_it_sees_although_nothing_changed() {
        watch.accept(present(3));
        watch.accept(new Sighting.Blind(NOW, ResourceType.DEPLOYMENT, "cut"));
        watch.accept(new Sighting.Seeing(NOW, ResourceType.DEPLOYMENT));

        assertThat(read).containsExactly(Quality.GOOD, Quality.UNKNOWN, Quality.GOOD);
    }

    @Test
    void a_workload_that_is_not_there_is_bad() {
        watch.accept(new Sighting.Seeing(NOW, ResourceType.DEPLOYMENT));

        assertThat(read).containsExactly(Quality.BAD);
    }

    @Test
    void other_objects_and_types_say_nothing() {
        watch.accept(new Sighting.Present(
                NOW, new ClusterObject(new ObjectRef(ResourceType.DEPLOYMENT, "shop", "other"), Map.of())));
        watch.accept(new Sighting.Blind(NOW, ResourceType.CONFIG_MAP, "cut"));

        assertThat(read).isEmpty();
    }

    private static Sighting present(int ready) {
        return new Sighting.Present(NOW, new ClusterObject(REF, Map.of("status", Map.of("readyReplicas", ready))));
    }
}
