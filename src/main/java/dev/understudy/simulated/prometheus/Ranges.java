package dev.understudy.simulated.prometheus;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.metrics.Labels;
import dev.understudy.simulated.metrics.Measurements;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers a query over a range of time, step by step. */
record Ranges(Measurements measurements) {
    private static final int MOST_STEPS = 11_000;

    ObjectNode answer(Parameters parameters) {
        Query query = parameters.query();
        Instant start = Numbers.time(parameters.required("start"));
        Instant end = Numbers.time(parameters.required("end"));
        Duration step = Numbers.step(parameters.required("step"));
        if (end.isBefore(start)) {
            throw new QueryException(-1, "invalid parameter \"end\": end timestamp must not be before start time");
        }
        if (step.isZero() || step.isNegative()) {
            throw new QueryException(
                    -1,
                    "invalid parameter \"step\": zero or negative query resolution step widths are not accepted. Try a"
                            + " positive integer");
        }
        if (Duration.between(start, end).dividedBy(step) > MOST_STEPS) {
            throw new QueryException(
                    -1,
                    "exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution"
                            + " (?step=XX)");
        }
        Map<Labels, ArrayNode> lines = new LinkedHashMap<>();
        for (Instant at = start; !at.isAfter(end); at = at.plus(step)) {
            add(query.at(at, measurements), at.toEpochMilli() / 1e3, lines);
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode result = data.put("resultType", "matrix").putArray("result");
        lines.forEach((labels, values) -> PrometheusApi.element(result, labels).set("values", values));
        return data;
    }

    private static void add(Value value, double at, Map<Labels, ArrayNode> lines) {
        switch (value) {
            case Value.Scalar(double number) -> add(Labels.NONE, at, number, lines);
            case Value.Vector(var elements) -> elements.forEach(each -> add(each.labels(), at, each.number(), lines));
        }
    }

    private static void add(Labels labels, double at, double number, Map<Labels, ArrayNode> lines) {
        lines.computeIfAbsent(labels, _ -> JsonNodeFactory.instance.arrayNode())
                .addArray()
                .add(Numbers.stamp(at))
                .add(Numbers.write(number));
    }
}
