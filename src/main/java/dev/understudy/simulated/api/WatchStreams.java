package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.access.Caller;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Refusals;
import dev.understudy.simulated.store.StatusException;
import dev.understudy.simulated.table.Tables;
import dev.understudy.simulated.watch.Sink;
import dev.understudy.simulated.watch.WatchOptions;
import dev.understudy.simulated.watch.Watches;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Answers watches: chunked lines for kubectl, text frames for clients that ask for a WebSocket. */
final class WatchStreams {
    /** How long a watch lasts when the client does not say. */
    private static final long DEFAULT_SECONDS = 1_800;
    /** Ten years; a timer cannot be set for much longer. */
    private static final long LONGEST_SECONDS = 315_360_000;

    private final Vertx vertx;
    private final Watches watches;
    private final Tables tables;
    private final AuditEvents audit;

    WatchStreams(Vertx vertx, Watches watches, Tables tables, AuditEvents audit) {
        this.vertx = vertx;
        this.watches = watches;
        this.tables = tables;
        this.audit = audit;
    }

    /** Begins to answer; refusals are thrown before anything is sent. */
    void start(Exchange exchange, Ask ask) {
        View view = View.wantedBy(ask);
        WatchOptions options = options(ask, view);
        long seconds = seconds(ask);
        if (exchange.isWebSocket()) {
            exchange.request().toWebSocket().onSuccess(socket -> {
                Stream stream = Stream.frames(socket);
                socket.closeHandler(closed -> stream.end());
                run(exchange, ask.caller(), options, stream, seconds);
            });
            return;
        }
        var response = exchange.request().response();
        response.setChunked(true).putHeader("Content-Type", view.contentType());
        // The client waits for the head even while nothing changes.
        response.writeHead();
        Stream stream = Stream.lines(response);
        response.closeHandler(closed -> stream.end());
        run(exchange, ask.caller(), options, stream, seconds);
    }

    private void run(Exchange exchange, Caller caller, WatchOptions options, Stream stream, long seconds) {
        audit.started(exchange, caller, 200);
        if (seconds < 0) {
            // over before it began; the server notices only after the head
            fail(new StatusException(500, "InternalError", "context deadline exceeded"), stream);
            audit.completed(exchange, caller, 200, Buffer.buffer());
            return;
        }
        long timer = vertx.setTimer(TimeUnit.SECONDS.toMillis(seconds), due -> stream.end());
        stream.onEnd(() -> {
            vertx.cancelTimer(timer);
            audit.completed(exchange, caller, 200, Buffer.buffer());
        });
        Optional<Runnable> opened = watches.open(options, stream);
        if (opened.isPresent()) {
            stream.onEnd(opened.get());
        } else {
            tooOld(options.from(), stream);
        }
    }

    private void tooOld(long from, Sink sink) {
        StatusException gone = new StatusException(
                410, "Expired", "too old resource version: " + from + " (" + watches.latest() + ")");
        fail(gone, sink);
    }

    private static void fail(StatusException failure, Sink sink) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", "ERROR");
        event.set("object", Statuses.of(failure));
        sink.send(event.toString());
        sink.end();
    }

    private WatchOptions options(Ask ask, View view) {
        Kind kind = ask.kind();
        Selection selection = Selection.of(ask);
        return new WatchOptions(
                kind,
                ask.kinds().isShownAsStored(kind)
                        ? UnaryOperator.identity()
                        : object -> ask.kinds().shown(kind, object),
                from(ask.parameter("resourceVersion")),
                selection.namespace(),
                selection::matches,
                viewer(kind, view),
                ask.flag("allowWatchBookmarks"),
                ask.flag("sendInitialEvents"));
    }

    private UnaryOperator<ObjectNode> viewer(Kind kind, View view) {
        return switch (view.form()) {
            case WHOLE -> UnaryOperator.identity();
            case METADATA -> Tables::metadataOf;
            case TABLE ->
                new UnaryOperator<>() {
                    private boolean headed;

                    @Override
                    public ObjectNode apply(ObjectNode object) {
                        List<ObjectNode> row = List.of(object);
                        ObjectNode table =
                                headed ? tables.rows(kind, row, view.include()) : tables.of(kind, row, view.include());
                        headed = true;
                        return table;
                    }
                };
        };
    }

    private static long from(String version) {
        try {
            return version.isEmpty() ? 0 : Long.parseLong(version);
        } catch (NumberFormatException notAVersion) {
            throw Refusals.badRequest("Invalid value: \"" + version + "\": strconv.ParseUint: parsing \"" + version
                    + "\": invalid syntax");
        }
    }

    private static long seconds(Ask ask) {
        long wished = ask.number("timeoutSeconds").orElse(0);
        return wished == 0 ? DEFAULT_SECONDS : Math.min(wished, LONGEST_SECONDS);
    }
}
