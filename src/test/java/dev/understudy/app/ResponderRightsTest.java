package dev.understudy.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ResourceType;
import dev.understudy.scenario.Deed;
import dev.understudy.scenario.language.Cast;
import dev.understudy.scenario.language.Read;
import dev.understudy.scenario.language.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What responders may do on the simulated cluster inside the process. */
class ResponderRightsTest {
    private static final Path FILE = Path.of("scenarios/checkout-cache-loss.yaml");
    private static final Deed CORDON =
            new Deed.Patch(ResourceType.NODE, "node-a1", Map.of("spec", Map.of("unschedulable", true)));
    private static final Deed LABEL = new Deed.Patch(
            ResourceType.DEPLOYMENT, "catalogue", Map.of("metadata", Map.of("labels", Map.of("seen", "yes"))));

    private static ClusterSession session;

    @BeforeAll
    static void begin() throws IOException {
        Read<Cast> read = Catalog.files().cast(Source.file(FILE), Optional.empty(), Map.of());
        session = Sessions.simulated(((Read.Good<Cast>) read).value(), null, FILE);
    }

    @AfterAll
    static void end() {
        session.close();
    }

    @Test
    void whom_the_world_binds_may_do_what_the_binding_gives() {
        assertThatCode(() -> does("dan", LABEL)).doesNotThrowAnyException();
        assertThatCode(() -> does("gus", CORDON)).doesNotThrowAnyException();
    }

    @Test
    void whom_the_world_binds_may_do_no_more_than_that() {
        assertThatThrownBy(() -> does("dan", CORDON))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("not allowed");
    }

    @Test
    void of_whom_the_world_says_nothing_may_do_everything() {
        assertThatCode(() -> does("bo", CORDON)).doesNotThrowAnyException();
    }

    private static void does(String who, Deed deed) {
        session.hands().apply(who).run(deed, "shop");
    }
}
