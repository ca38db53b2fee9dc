package dev.understudy.probe.prometheus;

import dev.understudy.probe.Monitoring;
import dev.understudy.probe.ProbeCheck;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks the Prometheus servers that probes name. Safe for several threads.
 *
 * <p>An instant query answers with the time of the question, not of the data. How old the data is, is asked with
 * {@code timestamp(query)}, which tells it where the query is a plain selector; elsewhere nobody can know.
 */
public final class PrometheusMonitoring implements Monitoring {
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Function<String, @Nullable String> environment;
    private final Optional<URI> own;
    private final InstantSource clock;
    private final Set<String> timeless = ConcurrentHashMap.newKeySet();

    /**
     * @param environment gives the value of an environment variable; null when it is not set
     * @param own the cluster's own server, for probes that name none
     */
    public PrometheusMonitoring(
            Function<String, @Nullable String> environment, Optional<URI> own, InstantSource clock) {
        this.environment = environment;
        this.own = own;
        this.clock = clock;
    }

    @Override
    public Optional<Obstacle> obstacle(ProbeCheck.Prometheus check) {
        if (check.url() == null && own.isEmpty()) {
            return Optional.of(new Obstacle(
                    "this cluster offers no Prometheus of its own",
                    "name one with prometheus.url, reachable from here"));
        }
        String variable = check.tokenFrom();
        return variable != null && token(check).isEmpty()
                ? Optional.of(new Obstacle(
                        "the environment variable " + variable + " holds no token",
                        "set it to a token for " + check.url()))
                : Optional.empty();
    }

    @Override
    public Answer ask(ProbeCheck.Prometheus check) {
        Optional<String> url = Optional.ofNullable(check.url()).or(() -> own.map(URI::toString));
        if (url.isEmpty()) {
            return new Answer.Silent("no Prometheus is known");
        }
        PrometheusServer server = new PrometheusServer(http, url.get(), token(check));
        // asked before the numbers: what changes in between makes them look older than they are, never younger
        PrometheusAnswer times = timeless.contains(check.query())
                ? new PrometheusAnswer.Numbers(List.of())
                : server.ask("timestamp(" + check.query() + ")", check.timeout());
        if (times instanceof PrometheusAnswer.Failure failure) {
            if (failure.unreachable()) {
                return silent(failure);
            }
            if (failure.forGood()) {
                timeless.add(check.query());
            }
        }
        return switch (server.ask(check.query(), check.timeout())) {
            case PrometheusAnswer.Failure failure -> silent(failure);
            case PrometheusAnswer.Numbers(List<PrometheusAnswer.Point> points) ->
                new Answer.Measured(
                        points.stream().map(PrometheusAnswer.Point::sample).toList(), age(points, taken(times)));
        };
    }

    private static Answer silent(PrometheusAnswer.Failure failure) {
        return new Answer.Silent("Prometheus: " + failure.why());
    }

    /** What could not stand in a header is no token. */
    private Optional<String> token(ProbeCheck.Prometheus check) {
        return Optional.ofNullable(check.tokenFrom())
                .flatMap(variable -> Optional.ofNullable(environment.apply(variable)))
                .map(String::strip)
                .filter(token -> token.matches("[!-~]+"));
    }

    private static Map<String, Instant> taken(PrometheusAnswer times) {
        Map<String, Instant> all = new HashMap<>();
        if (times instanceof PrometheusAnswer.Numbers(List<PrometheusAnswer.Point> points)) {
            points.stream()
                    .filter(p -> Double.isFinite(p.value()))
                    .forEach(p -> all.put(p.series(), Instant.ofEpochMilli(Math.round(p.value() * 1000))));
        }
        return all;
    }

    private Duration age(List<PrometheusAnswer.Point> points, Map<String, Instant> taken) {
        Instant now = clock.instant();
        return points.stream()
                .map(p -> Duration.between(earlier(p.at(), taken.get(p.series())), now))
                .filter(Duration::isPositive)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Instant earlier(Instant answered, @Nullable Instant taken) {
        return taken != null && taken.isBefore(answered) ? taken : answered;
    }
}
