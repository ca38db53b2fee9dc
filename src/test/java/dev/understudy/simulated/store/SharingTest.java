package dev.understudy.simulated.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.SmallCluster;
import dev.understudy.simulated.Worlds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Controllers look at stored objects without copying them: none may change what it only looks at. */
class SharingTest {
    private record Sight(ObjectNode seen, ObjectNode copy) {}

    @Test
    void nobody_changes_an_object_that_he_only_looks_at() throws Exception {
        List<Sight> sights = Collections.synchronizedList(new ArrayList<>());
        try (SmallCluster cluster = new SmallCluster();
                AutoCloseable _ = cluster.store.subscribe(event ->
                        sights.add(new Sight(event.object(), event.object().deepCopy())))) {
            cluster.with(Worlds.web(3)).untilAvailable("web", 3);

            cluster.setImage("web", "web:2");
            cluster.untilAvailable("web", 3);
            cluster.scale("web", 1);
            cluster.untilAvailable("web", 1);
            cluster.delete(Kinds.DEPLOYMENT, "web", "Background");
            SmallCluster.eventually(() -> assertThat(cluster.names(Kinds.POD)).isEmpty());
        }
        assertThat(sights)
                .hasSizeGreaterThan(50)
                .allSatisfy(sight -> assertThat(sight.seen()).isEqualTo(sight.copy()));
    }
}
