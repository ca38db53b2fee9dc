package dev.understudy.hostile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Stands between us and an API server and misbehaves as its {@link Mood} says. Knows neither TLS nor WebSockets. */
public final class HostileServer implements AutoCloseable {
    /**
     * A request as it passes.
     *
     * @param path with the query
     */
    public record Passing(String method, String path) {
        public boolean watches() {
            return path.contains("watch=true");
        }

        /** Tells whether it is to change something for good. */
        public boolean writes() {
            return !method.equals("GET") && !path.contains("dryRun") && !path.contains("selfsubject");
        }

        private String kind() {
            return method + (watches() ? " watch " : " ") + path.replaceFirst("\\?.*", "");
        }
    }

    private final HttpServer front;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Backstage backstage;
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final Set<HttpExchange> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private volatile Mood mood = Mood.CALM;
    private volatile Predicate<Passing> victims = _ -> true;

    /** @param kubeconfig text of one that leads to the server behind */
    public HostileServer(String kubeconfig) {
        try {
            backstage = new Backstage(kubeconfig);
            front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            front.createContext("/", this::meet);
            front.setExecutor(threads);
            front.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the text of a kubeconfig that leads here. */
    public String kubeconfig() {
        return """
                {"apiVersion": "v1", "kind": "Config", "current-context": "hostile",
                 "clusters": [{"name": "hostile", "cluster": {"server": "http://127.0.0.1:%d"}}],
                 "users": [{"name": "hostile", "user": {}}],
                 "contexts": [{"name": "hostile", "context": {"cluster": "hostile", "user": "hostile"}}]}
                """.formatted(front.getAddress().getPort());
    }

    /** Behaves like this from now on, towards everybody. */
    public void become(Mood next) {
        become(next, _ -> true);
    }

    /** Behaves like this from now on, towards some. */
    public void become(Mood next, Predicate<Passing> towards) {
        counts.clear();
        done.set(0);
        left.set(next.spell());
        victims = towards;
        mood = next;
    }

    /** Behaves like this from now on and breaks what is open, watches too. */
    public void turn(Mood next) {
        become(next);
        open.forEach(HttpExchange::close);
    }

    /** Hangs up on everybody, as a server that goes away does. */
    public void goAway() {
        turn(Mood.always(new Misdeed.Hangup()));
    }

    /** Returns how many misdeeds there were since it became what it is. */
    public int misdeeds() {
        return done.get();
    }

    /** Returns how many requests there were since it became what it is. */
    public int requests() {
        return counts.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /** Returns how many of them opened a watch. */
    public int watches() {
        return counts.entrySet().stream()
                .filter(each -> each.getKey().contains(" watch "))
                .mapToInt(each -> each.getValue().get())
                .sum();
    }

    private Optional<Misdeed> misdeed(Passing passing) {
        int number =
                counts.computeIfAbsent(passing.kind(), _ -> new AtomicInteger()).getAndIncrement();
        Optional<Misdeed> next = victims.test(passing) ? mood.towards(passing.kind(), number) : Optional.empty();
        return next.filter(m -> suits(m, passing)).filter(_ -> left.getAndDecrement() > 0);
    }

    private static boolean suits(Misdeed misdeed, Passing passing) {
        return switch (misdeed) {
            case Misdeed.ResetsWatch _, Misdeed.ExpiresWatch _ -> passing.watches();
            case Misdeed.LosesAnswer _, Misdeed.CutsBody _, Misdeed.DoesAndFails _ -> !passing.watches();
            case Misdeed.Refuses _, Misdeed.Hangup _, Misdeed.Impostor _, Misdeed.Delays _ -> true;
        };
    }

    private void meet(HttpExchange exchange) throws IOException {
        Passing passing = new Passing(
                exchange.getRequestMethod(), exchange.getRequestURI().toString());
        open.add(exchange);
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Optional<Misdeed> misdeed = misdeed(passing);
            if (misdeed.isPresent()) {
                done.incrementAndGet();
                backstage.spoil(misdeed.get(), exchange, body);
            } else if (passing.watches()) {
                backstage.stream(exchange, Integer.MAX_VALUE);
            } else {
                backstage.pass(exchange, body);
            }
        } finally {
            open.remove(exchange);
        }
    }

    @Override
    public void close() {
        open.forEach(HttpExchange::close);
        front.stop(0);
        backstage.close();
        threads.shutdownNow();
    }
}
