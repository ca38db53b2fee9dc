package dev.understudy.simulated.api;

import dev.understudy.simulated.watch.Sink;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The connection of one watch. What the client has not taken yet waits in memory, up to a bound; beyond it the client
 * is too slow, and the connection ends: it may come back and go on from its last version.
 */
final class Stream implements Sink {
    private static final int MOST_WAITING = 1_000;

    private final Function<String, Future<Void>> write;
    private final Runnable finish;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final List<Runnable> afterwards = new ArrayList<>();

    /**
     * Sends to one client.
     *
     * @param write sends a line; its future completes when the client's connection has taken it
     * @param finish ends the connection
     */
    Stream(Function<String, Future<Void>> write, Runnable finish) {
        this.write = write;
        this.finish = finish;
    }

    static Stream lines(HttpServerResponse response) {
        return new Stream(line -> response.write(line + "\n"), response::end);
    }

    static Stream frames(ServerWebSocket socket) {
        return new Stream(socket::writeTextMessage, socket::close);
    }

    @Override
    public void send(String line) {
        if (ended.get()) {
            return;
        }
        if (waiting.incrementAndGet() > MOST_WAITING) {
            end();
        } else {
            write.apply(line).onComplete(sent -> waiting.decrementAndGet());
        }
    }

    @Override
    public void end() {
        if (ended.compareAndSet(false, true)) {
            finish.run();
            List<Runnable> work;
            synchronized (afterwards) {
                work = List.copyOf(afterwards);
                afterwards.clear();
            }
            work.forEach(Runnable::run);
        }
    }

    /** Runs something when the stream has ended; at once when it has already. */
    void onEnd(Runnable work) {
        synchronized (afterwards) {
            if (!ended.get()) {
                afterwards.add(work);
                return;
            }
        }
        work.run();
    }
}
