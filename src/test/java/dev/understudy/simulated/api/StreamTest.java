package dev.understudy.simulated.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamTest {
    private final List<String> sent = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();

    @Test
    void a_client_that_takes_nothing_is_let_go() {
        Promise<Void> never = Promise.promise();
        Stream stream = new Stream(
                line -> {
                    sent.add(line);
                    return never.future();
                },
                () -> ends.add("ended"),
                () -> ends.add("cut"));
        String line = "x".repeat(1024 * 1024);

        for (int i = 0; i < 20; i++) {
            stream.send(line);
        }

        assertThat(sent).hasSize(16);
        assertThat(ends).containsExactly("cut");
    }

    @Test
    void a_client_that_keeps_up_hears_everything() {
        Stream stream = new Stream(
                line -> {
                    sent.add(line);
                    return Future.succeededFuture();
                },
                () -> ends.add("ended"),
                () -> ends.add("cut"));
        String line = "x".repeat(1024 * 1024);

        for (int i = 0; i < 20; i++) {
            stream.send(line);
        }

        assertThat(sent).hasSize(20);
        assertThat(ends).isEmpty();
    }

    @Test
    void what_was_to_happen_at_the_end_happens_once_even_when_it_came_too_late() {
        Stream stream = new Stream(line -> Future.succeededFuture(), () -> ends.add("ended"), () -> ends.add("cut"));
        stream.onEnd(() -> ends.add("noted"));
        stream.end();
        stream.end();

        stream.onEnd(() -> ends.add("late"));

        assertThat(ends).containsExactly("ended", "noted", "late");
    }
}
