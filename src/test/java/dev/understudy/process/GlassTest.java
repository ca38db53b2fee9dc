package dev.understudy.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words from another terminal that end a drill, and words for a drill that is not there. */
class GlassTest {
    @TempDir
    private Path folder;

    @Test
    void a_real_emergency_ends_the_drill_at_once_with_nothing_left() throws IOException {
        try (Shop shop = Shop.open(folder)) {
            Map<String, JsonNode> before = shop.world();
            Machine machine = Machine.in(folder);
            try (Program run = machine.live(shop)) {
                run.await("impact:");

                Ended glass = machine.run("glass", "--reason", "a real fire", "--real-emergency");

                Ended end = run.ended();
                assertThat(glass.text()).contains("the drill ends at once, and everything of it is undone");
                assertThat(end.code()).as(end.said()).isEqualTo(3);
                assertThat(machine.reported().path("outcome").asText()).isEqualTo("aborted");
                assertThat(machine.reported().at("/end/cause").asText()).isEqualTo("real-emergency");
                assertThat(shop.world()).isEqualTo(before);
                assertThat(shop.traces()).isEmpty();
            }
        }
    }

    @Test
    void glass_broken_for_the_fault_lets_the_drill_go_on_and_rescues_it() throws IOException {
        try (Shop shop = Shop.open(folder)) {
            Machine machine = Machine.in(folder);
            try (Program run = machine.live(shop)) {
                run.await("impact:");
                Ended glass = machine.run("glass", "--as", "bo", "--reason", "we are stuck");
                shop.scale(3, "kubectl");

                Ended end = run.ended();

                assertThat(glass.text()).contains("the drill goes on and counts as rescued");
                assertThat(end.code()).as(end.said()).isEqualTo(1);
                assertThat(machine.reported().path("outcome").asText()).isEqualTo("rescued");
            }
        }
    }

    @Test
    void an_abort_ends_the_drill_and_undoes_it() throws IOException {
        try (Shop shop = Shop.open(folder)) {
            Map<String, JsonNode> before = shop.world();
            Machine machine = Machine.in(folder);
            try (Program run = machine.live(shop)) {
                run.await("impact:");

                Ended abort = machine.run("abort", run.drill().substring(0, 14), "--reason", "enough", "-o", "json");

                Ended end = run.ended();
                assertThat(Machine.json(abort.text()).at("/events/0/event").asText())
                        .isEqualTo("end-decided");
                assertThat(end.code()).as(end.said()).isEqualTo(3);
                assertThat(end.text()).contains("a person aborted it: facilitator: enough");
                assertThat(shop.world()).isEqualTo(before);
            }
        }
    }

    @Test
    void words_for_a_drill_that_was_killed_say_so_and_are_refused() throws IOException {
        try (Shop shop = Shop.open(folder)) {
            Machine machine = Machine.in(folder);
            try (Program run = machine.live(shop)) {
                String drill = run.drill();
                run.await("people respond");
                run.kill();

                Ended ack = machine.run("ack", "--as", "bo");

                assertThat(ack.code()).isEqualTo(4);
                assertThat(ack.said()).contains("the process of drill " + drill + " has ended", "understudy drills");
                assertThat(machine.run("ack", "--as", "bo").said()).doesNotContain(drill);
            }
        }
    }

    @Test
    void words_where_no_drill_runs_are_refused_with_how_to_begin() {
        Ended note = Machine.in(folder).run("note", "nobody is there");

        assertThat(note.code()).isEqualTo(4);
        assertThat(note.said()).contains("no drill that takes orders runs on this machine", "--responders live");
    }
}
