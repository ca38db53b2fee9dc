package dev.understudy.cluster.kubernetes.wire;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterException.Kind;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** An answer that arrives line by line. One thread reads; any thread may cut. */
public final class LineStream implements AutoCloseable {
    private sealed interface Piece {
        record Line(String text) implements Piece {}

        record End(@Nullable Throwable failure) implements Piece {}
    }

    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
    private final String address;
    private @Nullable AsyncBody body;

    private LineStream(String address) {
        this.address = address;
    }

    static LineStream open(HttpClient http, HttpRequest request, Call call, ApiServer server, Duration patience) {
        LineStream stream = new LineStream(server.address());
        CompletableFuture<HttpResponse<AsyncBody>> answer = http.consumeBytes(request, stream::receive);
        try {
            HttpResponse<AsyncBody> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            AsyncBody body = response.body();
            stream.body = body;
            body.consume();
            var unused = body.done().whenComplete((done, failure) -> stream.end(failure));
            if (response.code() != 200) {
                throw server.failure(call, new Reply(response.code(), Optional.empty(), stream.all(patience)));
            }
            return stream;
        } catch (ExecutionException e) {
            throw ConnectionFailure.of(e.getCause() == null ? e : e.getCause(), server.address());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw ConnectionFailure.of(e, server.address());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ClusterException(Kind.UNREACHABLE, "interrupted while waiting for the API server", e);
        }
    }

    /**
     * Waits for the next line.
     *
     * @return empty when the server ended the stream in good order
     * @throws ClusterException when it was cut
     */
    public Optional<String> next() throws InterruptedException {
        return switch (pieces.take()) {
            case Piece.Line(String text) -> Optional.of(text);
            case Piece.End(Throwable failure) when failure instanceof ClusterException known -> throw known;
            case Piece.End(Throwable failure) when failure != null -> throw ConnectionFailure.of(failure, address);
            case Piece.End end -> {
                pieces.add(end);
                yield Optional.empty();
            }
        };
    }

    /** Ends the stream from this side: the reader gets this failure after the lines that have arrived. */
    public void cut(ClusterException why) {
        pieces.add(new Piece.End(why));
        close();
    }

    @Override
    public void close() {
        if (body != null) {
            body.cancel();
        }
    }

    private String all(Duration patience) throws InterruptedException {
        StringBuilder text = new StringBuilder();
        Piece piece = pieces.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        while (piece instanceof Piece.Line(String line)) {
            text.append(line);
            piece = pieces.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        }
        return text.toString();
    }

    private void receive(List<ByteBuffer> buffers, AsyncBody source) {
        for (ByteBuffer buffer : buffers) {
            while (buffer.hasRemaining()) {
                byte b = buffer.get();
                if (b == '\n') {
                    flush();
                } else {
                    rest.write(b);
                }
            }
        }
        source.consume();
    }

    private void end(@Nullable Throwable failure) {
        flush();
        pieces.add(new Piece.End(failure));
    }

    private void flush() {
        if (rest.size() > 0) {
            pieces.add(new Piece.Line(rest.toString(StandardCharsets.UTF_8)));
            rest.reset();
        }
    }
}
