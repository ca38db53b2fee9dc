package dev.understudy.simulated.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Writer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadFlowTest {
    private static final String S = "simulated.understudy.dev/";

    private final StillCluster cluster = new StillCluster();

    @AfterEach
    void close() {
        cluster.close();
    }

    private void load(String service, String load) {
        var object = cluster.store.get(Kinds.SERVICE, "shop", service).orElseThrow();
        object.withObjectProperty("metadata").putObject("annotations").put(S + "load", load);
        cluster.store.update(Kinds.SERVICE, object, Writer.updating("test"));
    }

    /** Returns how many requests per second the pods behind a Service answer with this code. */
    private double served(String service, int code) {
        return cluster.traffic.rates().stream()
                .filter(Rate.Served.class::isInstance)
                .map(Rate.Served.class::cast)
                .filter(each -> each.service().equals(service) && each.code() == code)
                .mapToDouble(Rate.Served::perSecond)
                .sum();
    }

    @Test
    void load_flows_on_to_what_is_called_for_each_request() {
        cluster.app("shop", "web", S + "depends-on: cache");
        cluster.app("shop", "cache", "").pod("shop", "cache-2", "").endpoint("shop", "cache", "cache-2");
        load("web", "20/s");

        assertThat(served("web", 200)).isEqualTo(20);
        assertThat(served("cache", 200)).isCloseTo(20, within(1e-6));
        assertThat(cluster.traffic.rates())
                .filteredOn(
                        rate -> rate instanceof Rate.Served each && each.pod().equals("cache-2"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Rate.Served.class, each -> assertThat(each.perSecond()).isCloseTo(10, within(1e-6)));
    }

    @Test
    void a_failing_dependency_fails_its_callers_and_spares_what_comes_after_it() {
        cluster.app("shop", "web", S + "depends-on: 'cache, bank'");
        cluster.app("shop", "cache", S + "errors: 25%").app("shop", "bank", "");
        load("web", "600/m");

        assertThat(served("cache", 500)).isCloseTo(2.5, within(1e-6));
        assertThat(served("web", 503)).isCloseTo(2.5, within(1e-6));
        assertThat(served("web", 200)).isCloseTo(7.5, within(1e-6));
        assertThat(served("bank", 200)).isCloseTo(7.5, within(1e-6));
    }

    @Test
    void what_never_arrives_is_counted_by_whoever_sent_it_alone() {
        cluster.app("shop", "web", "");
        load("web", "20/s");
        cluster.store.delete(Kinds.POD, "shop", "web", "", "Background", 0, Writer.updating("test"));

        assertThat(cluster.traffic.rates()).containsExactly(new Rate.Asked("shop", "web", 503, 20));
    }

    @Test
    void load_in_a_circle_goes_round_once() {
        cluster.app("shop", "hen", S + "depends-on: egg").app("shop", "egg", S + "depends-on: hen");
        load("hen", "10/s");

        assertThat(served("hen", 200)).isEqualTo(10);
        assertThat(served("egg", 200)).isEqualTo(10);
    }
}
