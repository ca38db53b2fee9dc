package dev.understudy.cluster.kubernetes.wire;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterException.Kind;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One API server. A read is asked up to three times when the connection breaks or the server is overloaded or failing.
 * A write is sent once; only a 429, which says that nothing was done, is tried again, no later than ten seconds after.
 */
public final class ApiServer implements AutoCloseable {
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    /** The time limit of a request covers the headers only; the body may take this much longer, or as long again. */
    private static final Duration BODY = Duration.ofSeconds(5);

    private final HttpClient http;
    private final String address;
    private final Login login;
    private final Duration patience;

    /**
     * @param address base URL, ending in a slash
     * @param patience how long one answer may take
     */
    ApiServer(HttpClient http, String address, Login login, Duration patience) {
        this.http = http;
        this.address = address;
        this.login = login;
        this.patience = patience;
    }

    /**
     * Asks, and returns whatever the server says.
     *
     * @throws ClusterException when no answer came; of a write it is then unknown whether it was done
     */
    public Reply ask(Call call) {
        boolean read = call.method().equals("GET");
        for (int attempt = 1; ; attempt++) {
            try {
                Reply reply = genuine(call, once(request(call), patience));
                if (attempt == ATTEMPTS || !again(call, reply, read)) {
                    return reply;
                }
                pause(reply.retryAfter().orElse(PAUSE.multipliedBy(attempt)));
            } catch (ClusterException e) {
                if (attempt == ATTEMPTS || !read || !passing(e)) {
                    throw e;
                }
                pause(PAUSE.multipliedBy(attempt));
            }
        }
    }

    /** Asks, and throws whatever is not success. */
    public Map<String, Object> demand(Call call) {
        Reply reply = ask(call);
        if (!reply.ok()) {
            throw failure(call, reply);
        }
        return reply.json();
    }

    /** Reads one object; empty when it is not there. */
    public Optional<ClusterObject> find(ObjectRef object) {
        Call call = Call.get(object);
        Reply reply = ask(call);
        if (reply.status() == 404) {
            return Optional.empty();
        }
        if (!reply.ok()) {
            throw failure(call, reply);
        }
        return Optional.of(new ClusterObject(object, reply.json()));
    }

    /** Explains an answer other than success. */
    public ClusterException failure(Call call, Reply reply) {
        return StatusFailure.of(call, reply, reply.status() == 401 ? login.explain() : "");
    }

    /** Asks once for something that everybody may read, to learn whether the server answers at all. */
    public void knock(Duration limit) {
        Reply reply = fetch("version", limit);
        if (reply.status() >= 500) {
            throw new ClusterException(
                    Kind.UNREACHABLE, "the API server at " + address + " is failing (" + reply.status() + ")");
        }
    }

    /** Fetches something that is no object, once and within a limit of its own. */
    public Reply fetch(String path, Duration limit) {
        HttpRequest request = http.newHttpRequestBuilder()
                .uri(address + path)
                .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .build();
        return once(request, limit);
    }

    /**
     * Tries to reach a port of a pod, once and within a limit of its own.
     *
     * @throws ClusterException when the connection to the API server breaks
     */
    public Forwarded forward(String path, Duration limit) {
        return new Forwarding(http, address).open(path, limit);
    }

    /** Opens a watch. */
    public LineStream follow(Call call) {
        return follow(call, call.target());
    }

    /** Opens a stream of lines that is no watch, at a path. */
    public LineStream follow(String path) {
        return follow(Call.list(ResourceType.NAMESPACE, "", Map.of()), path);
    }

    private LineStream follow(Call call, String path) {
        HttpRequest request = http.newHttpRequestBuilder()
                .uri(address + path)
                .setHeader("Accept", "application/json")
                .forStreaming()
                .build();
        return LineStream.open(http, request, call, this, patience);
    }

    /** Returns the server's address, for messages. */
    public String address() {
        return address;
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest request(Call call) {
        HttpRequest.Builder builder = http.newHttpRequestBuilder()
                .uri(address + call.target())
                .setHeader("Accept", "application/json")
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (!call.body().isEmpty()) {
            builder.method(call.method(), call.contentType(), call.body());
        }
        return builder.build();
    }

    private Reply once(HttpRequest request, Duration limit) {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, String.class);
        try {
            HttpResponse<String> response = answer.get(
                    limit.plus(limit.compareTo(BODY) < 0 ? limit : BODY).toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(response.code(), retryAfter(response), response.body() == null ? "" : response.body());
        } catch (ExecutionException e) {
            throw ConnectionFailure.of(e.getCause() == null ? e : e.getCause(), address);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw ConnectionFailure.of(e, address);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ClusterException(Kind.UNREACHABLE, "interrupted while waiting for the API server", e);
        }
    }

    /** A page of something in between, sent as a success, must never be taken for the cluster's word. */
    private Reply genuine(Call call, Reply reply) {
        if (reply.ok() && !reply.genuine()) {
            throw new ClusterException(
                    Kind.UNREACHABLE,
                    "what answers at " + address + " to " + call.wants() + " is no API server (" + reply.status()
                            + " without a Kubernetes object); check proxies and load balancers, and whether one of them"
                            + " wants a login");
        }
        return reply;
    }

    private static boolean again(Call call, Reply reply, boolean read) {
        return reply.status() == 429
                ? !call.wants().subresource().equals("eviction")
                : read && reply.status() >= 500 && call.wants().subresource().isEmpty();
    }

    /** Tells whether a read may succeed a moment later: not where a name or a certificate is wrong. */
    private static boolean passing(ClusterException e) {
        return e.kind() == Kind.UNREACHABLE && !Thread.currentThread().isInterrupted();
    }

    private static Optional<Duration> retryAfter(HttpResponse<String> response) {
        return Optional.ofNullable(response.header("Retry-After"))
                .filter(s -> s.matches("\\d{1,6}"))
                .map(s -> Duration.ofSeconds(Long.parseLong(s)))
                .map(d -> d.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : d);
    }

    /** Waits before the next attempt. */
    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException(Kind.UNREACHABLE, "interrupted while waiting for the API server", e);
        }
    }
}
