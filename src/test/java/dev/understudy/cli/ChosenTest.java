package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.endpoint.Address;
import dev.understudy.endpoint.Addresses.Found;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChosenTest {
    private static final Address CACHE = new Address("cache-loss-7f3a", 1, 1, "token");
    private static final Address DEPLOY = new Address("bad-deploy-11aa", 2, 2, "token");
    private static final Address AGAIN = new Address("cache-loss-7f3a-again", 3, 3, "token");

    @Test
    void the_only_drill_need_not_be_named() {
        assertThat(Chosen.of("", found(CACHE))).isEqualTo(new Chosen.One(CACHE));
    }

    @Test
    void the_beginning_of_an_id_is_enough() {
        assertThat(Chosen.of("bad", found(CACHE, DEPLOY))).isEqualTo(new Chosen.One(DEPLOY));
    }

    @Test
    void an_id_that_another_begins_with_is_itself() {
        assertThat(Chosen.of("cache-loss-7f3a", found(AGAIN, CACHE))).isEqualTo(new Chosen.One(CACHE));
    }

    @Test
    void one_of_several_must_be_named() {
        assertThat(Chosen.of("", found(CACHE, DEPLOY)))
                .isEqualTo(new Chosen.Several(
                        "several drills run here, name one of them: cache-loss-7f3a, bad-deploy-11aa"));
    }

    @Test
    void one_that_is_not_there_is_told_what_runs() {
        assertThat(Chosen.of("node", found(CACHE)))
                .isEqualTo(new Chosen.None("no drill that runs here begins with 'node'; there is cache-loss-7f3a"));
    }

    @Test
    void one_whose_process_has_ended_is_told_so() {
        assertThat(Chosen.of("", new Found(List.of(), List.of("cache-loss-7f3a"))))
                .isInstanceOfSatisfying(
                        Chosen.None.class,
                        none -> assertThat(none.why())
                                .endsWith("; the process of drill cache-loss-7f3a has ended, 'understudy drills' says"
                                        + " how it stands"));
    }

    private static Found found(Address... living) {
        return new Found(List.of(living), List.of());
    }
}
