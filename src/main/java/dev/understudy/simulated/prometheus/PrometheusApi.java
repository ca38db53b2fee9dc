package dev.understudy.simulated.prometheus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.metrics.Labels;
import dev.understudy.simulated.metrics.Measurements;
import dev.understudy.simulated.outlet.LoopbackServer;
import dev.understudy.simulated.traffic.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the part of Prometheus's HTTP API that dashboards and probes need. No login, as on loopback alone. */
public final class PrometheusApi implements LoopbackServer.Responder {
    private static final Logger LOG = LoggerFactory.getLogger(PrometheusApi.class);

    private final Measurements measurements;
    private final InstantSource clock;
    private final Supplier<ArrayNode> alerts;

    /**
     * Answers from what is measured.
     *
     * @param alerts what {@code /api/v1/alerts} lists
     */
    public PrometheusApi(Measurements measurements, InstantSource clock, Supplier<ArrayNode> alerts) {
        this.measurements = measurements;
        this.clock = clock;
        this.alerts = alerts;
    }

    @Override
    public Answer answer(LoopbackServer.Request request) {
        String path = request.path().replaceFirst("\\?.*", "");
        if (path.equals("/-/ready") || path.equals("/-/healthy")) {
            return new Answer(200, "text/plain", "Prometheus Server is Ready.\n", Duration.ZERO);
        }
        try {
            return result(path, Parameters.of(request))
                    .map(data -> json(200, body("success").set("data", data)))
                    .orElseGet(() ->
                            error(404, "not_found", path + " is not there in the simulated cluster's Prometheus"));
        } catch (QueryException wrong) {
            return error(400, "bad_data", String.valueOf(wrong.getMessage()));
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.warn("{} cannot be answered", path, failure);
            return error(500, "internal", String.valueOf(failure));
        }
    }

    private Optional<JsonNode> result(String path, Parameters parameters) {
        KnownSeries series = new KnownSeries(measurements, clock.instant());
        return switch (path) {
            case "/api/v1/query" -> Optional.of(instant(parameters));
            case "/api/v1/query_range" -> Optional.of(new Ranges(measurements).answer(parameters));
            case "/api/v1/series" -> Optional.of(series.matching(parameters.all("match[]")));
            case "/api/v1/labels" -> Optional.of(series.names());
            case "/api/v1/alerts" ->
                Optional.of(JsonNodeFactory.instance.objectNode().set("alerts", alerts.get()));
            case "/api/v1/status/buildinfo" ->
                Optional.of(JsonNodeFactory.instance.objectNode().put("version", "3.0.0-understudy-simulated"));
            default ->
                path.startsWith("/api/v1/label/") && path.endsWith("/values")
                        ? Optional.of(series.values(path.substring("/api/v1/label/".length(), path.lastIndexOf('/'))))
                        : Optional.empty();
        };
    }

    private ObjectNode instant(Parameters parameters) {
        Query query = parameters.query();
        Instant time = parameters.one("time").map(Numbers::time).orElseGet(clock::instant);
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        var samples = query.samples(time, measurements);
        if (samples.isPresent()) {
            ArrayNode result = data.put("resultType", "matrix").putArray("result");
            samples.get().forEach((labels, line) -> {
                ArrayNode values = element(result, labels).putArray("values");
                line.forEach(sample ->
                        values.addArray().add(Numbers.stamp(sample.at())).add(Numbers.write(sample.value())));
            });
            return data;
        }
        double at = time.toEpochMilli() / 1e3;
        switch (query.at(time, measurements)) {
            case Value.Scalar(double number) ->
                data.put("resultType", "scalar")
                        .putArray("result")
                        .add(Numbers.stamp(at))
                        .add(Numbers.write(number));
            case Value.Vector(var elements) -> {
                ArrayNode result = data.put("resultType", "vector").putArray("result");
                elements.forEach(each -> element(result, each.labels())
                        .putArray("value")
                        .add(Numbers.stamp(at))
                        .add(Numbers.write(each.number())));
            }
        }
        return data;
    }

    static ObjectNode element(ArrayNode result, Labels labels) {
        ObjectNode element = result.addObject();
        ObjectNode metric = element.putObject("metric");
        labels.all().forEach(metric::put);
        return element;
    }

    private static ObjectNode body(String status) {
        return JsonNodeFactory.instance.objectNode().put("status", status);
    }

    private static Answer error(int code, String type, String message) {
        return json(code, body("error").put("errorType", type).put("error", message));
    }

    private static Answer json(int code, JsonNode body) {
        return new Answer(code, "application/json", body.toString(), Duration.ZERO);
    }
}
