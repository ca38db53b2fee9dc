package dev.understudy.simulated.world;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.alerts.AlertRule;
import dev.understudy.simulated.store.Catalogue;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One reading of a world's file: collects the objects and every problem. */
final class Reading {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String file;
    private final List<WorldProblem> problems = new ArrayList<>();
    private final List<Manifest> manifests = new ArrayList<>();
    private final Catalogue kinds = new Catalogue();
    private final List<AlertRule> rules = new ArrayList<>();
    private final Documents documents = new Documents(this::problem);

    Reading(String file) {
        this.file = file;
    }

    /** Returns the objects in the order of the file; throws with every problem if there is one. */
    List<Manifest> read(String yaml) {
        if (yaml.length() > Documents.LONGEST) {
            throw new WorldException(List.of(
                    new WorldProblem(file, 1, 1, "the file is longer than " + Documents.LONGEST + " characters")));
        }
        List<Node> read = documents.compose(yaml);
        read.forEach(this::define);
        read.forEach(this::bringRuleKind);
        read.forEach(this::document);
        WorldChecks.check(manifests, this::problem);
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(WorldProblem::line).thenComparingInt(WorldProblem::column));
            throw new WorldException(problems);
        }
        return manifests;
    }

    /** Takes in what the file defines before its objects are read, wherever it stands in the file. */
    private void define(Node document) {
        if (document instanceof MappingNode mapping
                && text(mapping, "kind").equals(Kinds.DEFINITION.kind())
                && documents.value(mapping) instanceof Map<?, ?> value
                && JSON.valueToTree(value) instanceof ObjectNode definition
                && !definition.at("/spec/versions/0").isMissingNode()) {
            kinds.define(definition);
        }
    }

    /** Defines the kind of the file's first alerting rules, unless the file does. */
    private void bringRuleKind(Node document) {
        boolean unknown = kinds.all().stream().noneMatch(kind -> kind.kind().equals(RuleReading.KIND));
        if (unknown && document instanceof MappingNode mapping && isRule(mapping)) {
            ObjectNode definition = RuleKind.definition();
            kinds.define(definition);
            manifests.add(new Manifest(Kinds.DEFINITION, definition, document.getStartMark()));
        }
    }

    private boolean isRule(MappingNode node) {
        return text(node, "kind").equals(RuleReading.KIND)
                && text(node, "apiVersion").equals(RuleReading.API_VERSION);
    }

    /** Returns the alerting rules of the documents that were read. */
    List<AlertRule> rules() {
        return rules;
    }

    private void document(Node document) {
        if (document instanceof MappingNode mapping) {
            object(mapping);
        } else if (!document.getTag().equals(Tag.NULL)) {
            problem(document.getStartMark(), "expected an object with apiVersion, kind and metadata");
        }
    }

    private void object(MappingNode node) {
        String kind = text(node, "kind");
        if (kind.endsWith("List") && field(node, "items").isPresent()) {
            items(node);
            return;
        }
        String apiVersion = text(node, "apiVersion");
        if (isRule(node)) {
            rules.addAll(new RuleReading(this::problem).read(node));
        }
        Optional<Kind> known = kinds.all().stream()
                .filter(each -> each.kind().equals(kind) && each.apiVersion().equals(apiVersion))
                .findFirst();
        if (known.isEmpty()) {
            problem(place(node, kind.isEmpty() ? "apiVersion" : "kind"), unknown(kind, apiVersion));
        } else {
            Object value = documents.value(node);
            if (value != null && JSON.valueToTree(value) instanceof ObjectNode object) {
                add(known.get(), object, node);
            }
        }
    }

    private void items(MappingNode list) {
        field(list, "items").ifPresent(items -> {
            if (items instanceof SequenceNode sequence) {
                sequence.getValue().forEach(this::document);
            } else {
                problem(items.getStartMark(), "items must be a list of objects");
            }
        });
    }

    private void add(Kind kind, ObjectNode object, MappingNode node) {
        Node metadata = field(node, "metadata").orElse(node);
        if (Meta.name(object).isEmpty()) {
            problem(metadata.getStartMark(), kind.kind() + " has no metadata.name");
            return;
        }
        if (kind.namespaced() && Meta.namespace(object).isEmpty()) {
            object.withObjectProperty("metadata").put("namespace", "default");
        }
        Mark place = metadata instanceof MappingNode fields ? place(fields, "name") : node.getStartMark();
        manifests.add(new Manifest(kind, object, place));
    }

    private String unknown(String kind, String apiVersion) {
        if (kind.isEmpty()) {
            return "the object has no kind";
        }
        return kinds.all().stream()
                .filter(each -> each.kind().equals(kind))
                .map(each -> kind + " is served as apiVersion " + each.apiVersion() + ", not "
                        + (apiVersion.isEmpty() ? "without one" : apiVersion))
                .findFirst()
                .orElseGet(() -> "the simulated cluster does not serve " + kind + "; it serves "
                        + kinds.all().stream().map(Kind::kind).collect(Collectors.joining(", ")));
    }

    private static Optional<Node> field(MappingNode node, String name) {
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
                return Optional.of(tuple.getValueNode());
            }
        }
        return Optional.empty();
    }

    private static String text(MappingNode node, String name) {
        return field(node, name)
                .map(found -> found instanceof ScalarNode scalar ? scalar.getValue() : "")
                .orElse("");
    }

    private static Mark place(MappingNode node, String name) {
        return field(node, name).orElse(node).getStartMark();
    }

    private void problem(Mark place, String message) {
        problems.add(new WorldProblem(file, place.getLine() + 1, place.getColumn() + 1, message));
    }
}
