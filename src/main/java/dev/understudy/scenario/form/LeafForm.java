package dev.understudy.scenario.form;

import dev.understudy.scenario.yaml.PlainSort;
import dev.understudy.scenario.yaml.Tree;
import dev.understudy.scenario.yaml.Tree.Leaf;
import dev.understudy.scenario.yaml.Tree.Style;
import java.util.Map;
import java.util.function.Function;

/**
 * A value without parts.
 *
 * @param what what is wanted, to end the sentence "must be ..."
 * @param blank stands in for what could not be read
 * @param parser throws {@link Misfit}, or IllegalArgumentException with a message for users
 * @param schema JSON Schema without parameters
 * @param text whether a parameter inside the text is already allowed by the schema
 */
record LeafForm<T>(String what, T blank, Function<Leaf, T> parser, Map<String, Object> schema, boolean text)
        implements Form<T> {
    @Override
    public T read(Tree tree, Spot spot) {
        if (!(tree instanceof Leaf leaf)) {
            spot.wrong(tree.place(), mustBe(spot, tree), null);
            return blank;
        }
        if (leaf.style() == Style.LOST) {
            spot.lose();
            return blank;
        }
        if (leaf.sort() == PlainSort.NOTHING) {
            spot.wrong(leaf.place(), mustBe(spot, leaf), "give it a value, or remove the line");
            return blank;
        }
        try {
            return parser.apply(leaf);
        } catch (Misfit misfit) {
            spot.wrong(leaf.place(), mustBe(spot, leaf), misfit.hint());
        } catch (IllegalArgumentException e) {
            spot.wrong(leaf.place(), mustBe(spot, leaf), e.getMessage());
        }
        return blank;
    }

    private String mustBe(Spot spot, Tree found) {
        return spot.called() + " must be " + what + ", found " + found.describe();
    }

    @Override
    public Map<String, Object> schema(SchemaBook book) {
        return text ? schema : book.orParameter(schema);
    }
}
