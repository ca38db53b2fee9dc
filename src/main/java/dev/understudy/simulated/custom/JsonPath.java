package dev.understudy.simulated.custom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The simple JSONPath of printer columns and scale paths: {@code .a.b}, {@code ['a.b']}, {@code [0]}, {@code [*]} and
 * {@code [?(@.type=="Ready")]}.
 */
public final class JsonPath {
    private static final Pattern STEP = Pattern.compile("\\.(?<name>(?:[^.\\[\\\\]|\\\\.)+)"
            + "|\\['(?<quoted>[^']+)'\\]"
            + "|\\[(?<index>-?\\d+|\\*)\\]"
            + "|\\[\\?\\(@\\.(?<field>[\\w.-]+)\\s*==\\s*[\"'](?<value>[^\"']*)[\"']\\)\\]");

    /** One step: from a node to those below it. */
    private interface Step {
        Stream<JsonNode> from(JsonNode node);
    }

    private final List<Step> steps;

    private JsonPath(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** Reads a path; one that is not of the simple sort finds nothing. */
    public static JsonPath parse(String text) {
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!step.find(at) || step.start() != at) {
                return new JsonPath(List.of(node -> Stream.empty()));
            }
            steps.add(step(step));
            at = step.end();
        }
        return new JsonPath(steps);
    }

    /** Returns everything that the path leads to. */
    public List<JsonNode> all(JsonNode root) {
        Stream<JsonNode> found = Stream.of(root);
        for (Step step : steps) {
            found = found.flatMap(step::from);
        }
        return found.toList();
    }

    /** Returns the first that the path leads to. */
    public Optional<JsonNode> first(JsonNode root) {
        return all(root).stream().findFirst();
    }

    private static Step step(Matcher step) {
        if (step.group("name") != null) {
            return field(step.group("name").replace("\\", ""));
        }
        if (step.group("quoted") != null) {
            return field(step.group("quoted"));
        }
        if (step.group("index") != null) {
            return element(step.group("index"));
        }
        String pointer = "/" + step.group("field").replace('.', '/');
        String value = step.group("value");
        return node ->
                elements(node).filter(element -> element.at(pointer).asText("").equals(value));
    }

    private static Step field(String name) {
        return node -> Optional.ofNullable(node.get(name)).stream();
    }

    private static Step element(String index) {
        if (index.equals("*")) {
            return JsonPath::elements;
        }
        int number = Integer.parseInt(index);
        return node -> Optional.ofNullable(node.get(number < 0 ? node.size() + number : number)).stream();
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
