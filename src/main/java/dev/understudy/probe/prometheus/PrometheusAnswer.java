package dev.understudy.probe.prometheus;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.probe.Threshold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a Prometheus answered to an instant query. */
sealed interface PrometheusAnswer {
    /** Longer explanations are cut. */
    int LONGEST = 200;

    /** One number, the series that it is of, and when it was taken as far as this answer tells. */
    record Point(String series, double value, Instant at) {
        Threshold.Sample sample() {
            return new Threshold.Sample(series, value);
        }
    }

    /** The result. */
    record Numbers(List<Point> points) implements PrometheusAnswer {}

    /**
     * No result.
     *
     * @param status HTTP status; 0 when no answer came
     * @param why in words
     */
    record Failure(int status, String why) implements PrometheusAnswer {
        /** Tells whether the same question would never be answered otherwise. */
        boolean forGood() {
            return status == 400 || status == 422;
        }

        boolean unreachable() {
            return status == 0;
        }
    }

    /** Reads an answer; never throws for what it says. */
    static PrometheusAnswer of(int status, String body) {
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(body);
        } catch (JacksonException e) {
            return new Failure(
                    status, denied(status).orElse("it answers " + status + " and no JSON; is it Prometheus?"));
        }
        if (status != 200 || !json.path("status").asText().equals("success")) {
            return new Failure(status, denied(status).orElseGet(() -> complaint(status, json)));
        }
        return result(json.path("data"));
    }

    private static Optional<String> denied(int status) {
        return status == 401 || status == 403
                ? Optional.of("it does not let us ask (" + status + "); check tokenFrom and what the token may do")
                : Optional.empty();
    }

    private static String complaint(int status, JsonNode json) {
        String error = json.path("error").asText();
        String text = error.length() > LONGEST ? error.substring(0, LONGEST) + "..." : error;
        return "it answers " + status + (text.isEmpty() ? "" : ": " + text);
    }

    private static PrometheusAnswer result(JsonNode data) {
        String type = data.path("resultType").asText();
        List<Point> points = new ArrayList<>();
        try {
            switch (type) {
                case "scalar" -> points.add(point("", data.path("result")));
                case "vector" ->
                    data.path("result")
                            .forEach(each -> points.add(point(labels(each.path("metric")), each.path("value"))));
                default -> {
                    return new Failure(
                            400, "the query's result is a " + type + "; ask for a scalar or an instant vector");
                }
            }
        } catch (NumberFormatException e) {
            return new Failure(200, "its answer cannot be read; is it Prometheus?");
        }
        return new Numbers(List.copyOf(points));
    }

    private static Point point(String series, JsonNode pair) {
        double seconds = Double.parseDouble(pair.path(0).asText());
        return new Point(series, number(pair.path(1).asText()), Instant.ofEpochMilli(Math.round(seconds * 1000)));
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** The name of the metric is left out, as most functions do. */
    private static String labels(JsonNode metric) {
        TreeMap<String, String> labels = new TreeMap<>();
        metric.properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        labels.remove("__name__");
        return labels.entrySet().stream()
                .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
