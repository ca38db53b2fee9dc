package dev.understudy.simulated.world;

import dev.understudy.simulated.alerts.AlertRule;
import dev.understudy.simulated.alerts.Template;
import dev.understudy.simulated.prometheus.Numbers;
import dev.understudy.simulated.prometheus.Query;
import dev.understudy.simulated.prometheus.QueryException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the alerting rules of a PrometheusRule document; every mistake is reported with its place. */
final class RuleReading {
    static final String KIND = "PrometheusRule";
    static final String API_VERSION = "monitoring.coreos.com/v1";

    /** Prometheus's usual 15 s, ten times as fast as everything else here. */
    private static final Duration INTERVAL = Duration.ofMillis(1500);

    private static final Set<String> GROUP_FIELDS = Set.of("name", "interval", "rules");
    private static final Set<String> RULE_FIELDS = Set.of("alert", "expr", "for", "labels", "annotations");

    private final BiConsumer<Mark, String> problems;
    private final List<AlertRule> rules = new ArrayList<>();

    RuleReading(BiConsumer<Mark, String> problems) {
        this.problems = problems;
    }

    /** Returns every rule of the document that has no mistake. */
    List<AlertRule> read(MappingNode document) {
        Map<String, Node> spec = fields(document, "spec").orElse(Map.of());
        if (!(spec.get("groups") instanceof SequenceNode groups)) {
            problems.accept(document.getStartMark(), KIND + " has no spec.groups");
            return List.of();
        }
        for (Node group : groups.getValue()) {
            if (group instanceof MappingNode mapping) {
                group(mapping);
            } else {
                problems.accept(group.getStartMark(), "a group is an object with name and rules");
            }
        }
        return rules;
    }

    private void group(MappingNode group) {
        Map<String, Node> fields = known(group, GROUP_FIELDS, "group");
        Duration interval = duration(fields.get("interval"), INTERVAL);
        if (fields.get("rules") instanceof SequenceNode list) {
            for (Node rule : list.getValue()) {
                if (rule instanceof MappingNode mapping) {
                    rule(mapping, interval);
                } else {
                    problems.accept(rule.getStartMark(), "a rule is an object with alert and expr");
                }
            }
        } else {
            problems.accept(group.getStartMark(), "the group has no rules");
        }
    }

    private void rule(MappingNode rule, Duration interval) {
        Map<String, Node> fields = known(rule, RULE_FIELDS, "rule");
        Optional<String> alert = text(fields.get("alert"));
        if (alert.isEmpty()) {
            problems.accept(rule.getStartMark(), "the rule has no alert; recording rules are not there");
        }
        Optional<Query> query = Optional.empty();
        if (fields.get("expr") instanceof ScalarNode expr) {
            query = query(expr);
        } else {
            problems.accept(rule.getStartMark(), "the rule has no expr");
        }
        Duration hold = duration(fields.get("for"), Duration.ZERO);
        Map<String, String> labels = texts(fields.get("labels"));
        Map<String, String> annotations = texts(fields.get("annotations"));
        if (alert.isPresent() && query.isPresent()) {
            String written = text(fields.get("expr")).orElse("");
            rules.add(new AlertRule(alert.get(), written, query.get(), hold, interval, labels, annotations));
        }
    }

    private Optional<Query> query(ScalarNode expr) {
        try {
            return Optional.of(Query.read(expr.getValue()));
        } catch (QueryException wrong) {
            String at = wrong.position() < 0 ? "" : " (at character " + (wrong.position() + 1) + " of it)";
            problems.accept(expr.getStartMark(), "expr cannot be read: " + wrong.getMessage() + at);
            return Optional.empty();
        }
    }

    private Map<String, Node> known(MappingNode node, Set<String> allowed, String what) {
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key && !allowed.contains(key.getValue())) {
                problems.accept(
                        key.getStartMark(), "a " + what + " of alerts has no field " + key.getValue() + " here");
            }
        }
        return fields(node);
    }

    private Duration duration(@Nullable Node node, Duration otherwise) {
        if (node == null) {
            return otherwise;
        }
        try {
            return Numbers.duration(text(node).orElse(""));
        } catch (QueryException wrong) {
            problems.accept(node.getStartMark(), String.valueOf(wrong.getMessage()));
            return otherwise;
        }
    }

    private Map<String, String> texts(@Nullable Node node) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            fields(mapping)
                    .forEach((name, value) -> text(value)
                            .ifPresentOrElse(
                                    text -> {
                                        Template.unknown(text)
                                                .ifPresent(place -> problems.accept(
                                                        value.getStartMark(),
                                                        "the template {{ " + place + " }} cannot be filled here"));
                                        texts.put(name, text);
                                    },
                                    () -> problems.accept(value.getStartMark(), name + " must be a text")));
        }
        return texts;
    }

    private static Optional<String> text(@Nullable Node node) {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    private static Optional<Map<String, Node>> fields(MappingNode node, String name) {
        return fields(node).get(name) instanceof MappingNode mapping ? Optional.of(fields(mapping)) : Optional.empty();
    }

    private static Map<String, Node> fields(MappingNode node) {
        Map<String, Node> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                fields.put(key.getValue(), tuple.getValueNode());
            }
        }
        return fields;
    }
}
