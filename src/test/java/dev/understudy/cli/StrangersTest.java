package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.drill.DrillEvent;
import dev.understudy.exclusion.Actor;
import org.junit.jupiter.api.Test;

class StrangersTest {
    private final Strangers strangers = new Strangers();

    @Test
    void a_stranger_is_told_of_once_and_another_stranger_too() {
        assertThat(strangers.known(deed(Actor.Kind.UNKNOWN, "admin"))).isFalse();
        assertThat(strangers.known(deed(Actor.Kind.UNKNOWN, "admin"))).isTrue();
        assertThat(strangers.known(deed(Actor.Kind.UNKNOWN, "root"))).isFalse();
    }

    @Test
    void what_a_responder_does_is_told_each_time() {
        assertThat(strangers.known(deed(Actor.Kind.PERSON, "bo"))).isFalse();
        assertThat(strangers.known(deed(Actor.Kind.PERSON, "bo"))).isFalse();
        assertThat(strangers.remark(deed(Actor.Kind.PERSON, "bo"))).isEmpty();
    }

    private static DrillEvent deed(Actor.Kind kind, String name) {
        return new DrillEvent.ChangeSeen(new Actor(kind, name), "patch", "deployments.apps/cache", null);
    }
}
