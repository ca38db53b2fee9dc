package dev.understudy.scenario.language;

import dev.understudy.scenario.Nearest;
import dev.understudy.scenario.Place;
import dev.understudy.scenario.Scenario.Parameter;
import dev.understudy.scenario.yaml.Problems;
import dev.understudy.scenario.yaml.Tree;
import dev.understudy.scenario.yaml.Tree.Leaf;
import dev.understudy.scenario.yaml.Tree.Style;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills in {@code ${name}}. A value that is one parameter and nothing else takes the type that is wanted there; inside
 * other text it is text. Values are not searched for parameters again. Two dollar signs before the brace stand for one
 * without a meaning.
 */
final class Parameters {
    private static final Pattern USE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)(}?)");
    private static final String LIST = "parameters";
    private static final int MOST_FILLED_IN = 1 << 20;

    private final Map<String, @Nullable String> values = new LinkedHashMap<>();
    private final Problems problems;
    private int filledIn;

    private Parameters(Problems problems) {
        this.problems = problems;
    }

    /**
     * Returns the document with every parameter filled in. Where one has no value the part is lost, and the problem
     * reported.
     *
     * @param declared what the document says under {@code spec.parameters}
     * @param given values by name
     */
    static Tree fill(Tree document, List<Parameter> declared, Map<String, String> given, Problems problems) {
        Parameters parameters = new Parameters(problems);
        declared.forEach(p -> parameters.values.put(p.name(), given.getOrDefault(p.name(), p.defaultValue())));
        parameters.checkGiven(document, given);
        return parameters.document(document);
    }

    private void checkGiven(Tree document, Map<String, String> given) {
        Place place = ScenarioForm.parameters(document).map(Tree.Entry::key).orElse(Place.START);
        given.keySet().stream()
                .filter(name -> !values.containsKey(name))
                .forEach(name -> problems.add(
                        place, "no parameter is called '" + name + "'", Nearest.hint(name, values.keySet())));
    }

    private Tree document(Tree document) {
        return document instanceof Tree.Fields root
                ? fields(root, (key, value) -> key.equals("spec") ? spec(value) : any(value))
                : document;
    }

    private Tree spec(Tree spec) {
        return spec instanceof Tree.Fields fields
                ? fields(fields, (key, value) -> key.equals(LIST) ? declarations(value) : any(value))
                : any(spec);
    }

    /** Parameters are not used where they are declared: no order, no recursion to reason about. */
    private Tree declarations(Tree tree) {
        return switch (tree) {
            case Leaf leaf
            when leaf.style() != Style.LOST && USE.matcher(leaf.text()).find() -> {
                problems.add(leaf.place(), "a parameter cannot be made of another one", "write the value itself");
                yield lost(leaf);
            }
            case Leaf leaf -> leaf;
            case Tree.Items items ->
                new Tree.Items(
                        items.place(),
                        items.parts().stream().map(this::declarations).toList());
            case Tree.Fields fields -> fields(fields, (key, value) -> declarations(value));
        };
    }

    private Tree any(Tree tree) {
        return switch (tree) {
            case Leaf leaf -> leaf.text().contains("${") ? leaf(leaf) : leaf;
            case Tree.Items items ->
                new Tree.Items(
                        items.place(), items.parts().stream().map(this::any).toList());
            case Tree.Fields fields -> fields(fields, (key, value) -> any(value));
        };
    }

    private interface EachEntry {
        Tree fill(String key, Tree value);
    }

    private static Tree fields(Tree.Fields fields, EachEntry each) {
        Map<String, Tree.Entry> parts = new LinkedHashMap<>();
        fields.parts()
                .forEach((key, entry) -> parts.put(key, new Tree.Entry(entry.key(), each.fill(key, entry.value()))));
        return new Tree.Fields(fields.place(), parts);
    }

    private Leaf leaf(Leaf leaf) {
        Matcher use = USE.matcher(leaf.text());
        StringBuilder filled = new StringBuilder();
        boolean whole = false;
        boolean lost = false;
        while (use.find()) {
            String value = use.group().equals("$${")
                    ? "${"
                    : value(leaf, use.group(1), !use.group(2).isEmpty());
            lost |= value == null;
            whole = use.group(1) != null
                    && use.start() == 0
                    && use.end() == leaf.text().length();
            use.appendReplacement(filled, Matcher.quoteReplacement(value == null ? "" : value));
        }
        use.appendTail(filled);
        return lost ? lost(leaf) : new Leaf(leaf.place(), filled.toString(), whole ? Style.GIVEN : Style.QUOTED);
    }

    private @Nullable String value(Leaf leaf, String name, boolean closed) {
        if (!closed) {
            problems.add(leaf.place(), "'${' without '}'", "write $${ for a plain ${");
            return null;
        }
        if (!values.containsKey(name)) {
            String hint = values.isEmpty() ? "declare it under spec.parameters" : Nearest.hint(name, values.keySet());
            problems.add(leaf.place(), "no parameter is called '" + name + "'", hint);
            return null;
        }
        String value = values.get(name);
        if (value == null) {
            problems.add(leaf.place(), "parameter '" + name + "' has no value", "give it: --param " + name + "=...");
            return null;
        }
        return room(leaf, value) ? value : null;
    }

    /** A long value that is used often would fill the memory. */
    private boolean room(Leaf leaf, String value) {
        if (filledIn > MOST_FILLED_IN) {
            return false;
        }
        filledIn += value.length();
        if (filledIn > MOST_FILLED_IN) {
            problems.add(leaf.place(), "more than 1 MiB of text once parameters are filled in", "use shorter values");
            return false;
        }
        return true;
    }

    private static Leaf lost(Leaf leaf) {
        return new Leaf(leaf.place(), "", Style.LOST);
    }
}
