package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.container.Container;
import dev.understudy.simulated.container.Line;
import dev.understudy.simulated.container.LogReader;
import dev.understudy.simulated.container.Logbook;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.Refusals;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/** Answers for {@code pods/log}: what the container has said, and, when it is followed, what it goes on to say. */
final class PodLog implements Endpoint {
    private static final String PLAIN = "text/plain";

    private final MemoryStore store;
    private final Logbook book;
    private final InstantSource clock;
    private final AuditEvents audit;

    PodLog(MemoryStore store, Logbook book, InstantSource clock, AuditEvents audit) {
        this.store = store;
        this.book = book;
        this.clock = clock;
        this.audit = audit;
    }

    static boolean isFollowed(Ask ask) {
        return ask.target().subresource().equals("log") && ask.target().verb().equals("get") && LogOptions.follows(ask);
    }

    @Override
    public Reply answer(Ask ask) {
        if (!ask.target().verb().equals("get")) {
            throw Statuses.notAllowed();
        }
        LogOptions options = LogOptions.of(ask, clock.instant());
        Container container = ContainerChoice.of(ask, ContainerChoice.pod(ask, store));
        if (isUnscheduled(container)) {
            return new Reply(204, PLAIN, new byte[0], List.of(), 0, Duration.ZERO);
        }
        StringBuilder text = new StringBuilder();
        options.chosen(lines(container, options)).forEach(line -> text.append(options.text(line)));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        int length = (int) Math.min(bytes.length, options.limit().orElse(bytes.length));
        return new Reply(200, PLAIN, Arrays.copyOf(bytes, length), List.of(), 0, Duration.ZERO);
    }

    /** Begins to answer; refusals are thrown before anything is sent. */
    void follow(Exchange exchange, Ask ask) {
        LogOptions options = LogOptions.of(ask, clock.instant());
        Container container = ContainerChoice.of(ask, ContainerChoice.pod(ask, store));
        List<Line> past = isUnscheduled(container) ? List.of() : lines(container, options);
        var response = exchange.request().response();
        response.setChunked(true).putHeader("Content-Type", PLAIN);
        response.writeHead();
        Stream stream = Stream.text(response);
        response.closeHandler(closed -> stream.end());
        audit.started(exchange, ask.caller(), 200);
        stream.onEnd(() -> audit.completed(exchange, ask.caller(), 200, Buffer.buffer()));
        LogTap tap = new LogTap(stream, options);
        if (options.previous() || isUnscheduled(container)) {
            options.chosen(past).forEach(tap::said);
            tap.ended();
            return;
        }
        stream.onEnd(book.follow(container, said -> options.chosen(said).forEach(tap::said), tap));
    }

    private static boolean isUnscheduled(Container container) {
        return container.pod().path("spec").path("nodeName").asText("").isEmpty();
    }

    private List<Line> lines(Container container, LogOptions options) {
        ObjectNode pod = container.pod();
        String title = "container \"" + container.name() + "\" in pod \"" + Meta.name(pod) + "\"";
        JsonNode state = container.status().path("state");
        boolean waits = !state.has("running") && !state.has("terminated");
        boolean lived = container.status().path("lastState").has("terminated");
        if (options.previous()) {
            // a container that waits to start again shows its last life, which is then the latest one
            return lived
                    ? book.lines(container, !waits).orElse(List.of())
                    : refuse("previous terminated " + title + " not found");
        }
        if (waits && !lived) {
            return refuse(title + " is waiting to start: "
                    + reason(state.path("waiting").path("reason").asText("ContainerCreating")));
        }
        return book.lines(container, false).orElse(List.of());
    }

    private static String reason(String reason) {
        return switch (reason) {
            case "ErrImagePull" -> "image can't be pulled";
            case "ImagePullBackOff" -> "trying and failing to pull image";
            default -> reason;
        };
    }

    private static List<Line> refuse(String why) {
        throw Refusals.badRequest(why);
    }

    /** Sends lines on, up to the limit of bytes. */
    private static final class LogTap implements LogReader {
        private final Stream stream;
        private final LogOptions options;
        private long left;

        LogTap(Stream stream, LogOptions options) {
            this.stream = stream;
            this.options = options;
            this.left = options.limit().orElse(Long.MAX_VALUE);
        }

        @Override
        public void said(Line line) {
            byte[] text = options.text(line).getBytes(StandardCharsets.UTF_8);
            int length = (int) Math.min(text.length, left);
            left -= length;
            stream.send(new String(text, 0, length, StandardCharsets.UTF_8));
            if (left == 0) {
                stream.end();
            }
        }

        @Override
        public void ended() {
            stream.end();
        }
    }
}
