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
    /** Characters: a list of all pods of a large cluster is no reason to let a client go. */
    private static final int MOST_WAITING = 16 * 1024 * 1024;

    private final Function<String, Future<Void>> write;
    private final Runnable finish;
    private final Runnable cut;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final List<Runnable> afterwards = new ArrayList<>();

    /**
     * Sends to one client.
     *
     * @param write sends a line; its future completes when the client's connection has taken it
     * @param finish ends the connection in good order
     * @param cut ends it though the client does not read
     */
    Stream(Function<String, Future<Void>> write, Runnable finish, Runnable cut) {
        this.write = write;
        this.finish = finish;
        this.cut = cut;
    }

    static Stream text(HttpServerResponse response) {
        return new Stream(response::write, response::end, response::reset);
    }

    static Stream lines(HttpServerResponse response) {
        return new Stream(line -> response.write(line + "\n"), response::end, response::reset);
    }

    static Stream frames(ServerWebSocket socket) {
        return new Stream(socket::writeTextMessage, socket::close, socket::close);
    }

    @Override
    public void send(String line) {
        if (ended.get()) {
            return;
        }
        if (waiting.addAndGet(line.length()) > MOST_WAITING) {
            end(cut);
        } else {
            try {
                write.apply(line).onComplete(sent -> waiting.addAndGet(-line.length()));
            } catch (IllegalStateException over) {
                // somebody ended it since this line was begun
                end(() -> {});
            }
        }
    }

    @Override
    public void end() {
        end(finish);
    }

    private void end(Runnable how) {
        if (ended.compareAndSet(false, true)) {
            how.run();
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
