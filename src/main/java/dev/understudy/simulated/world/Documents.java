package dev.understudy.simulated.world;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads the documents of a YAML text into plain values, and keeps their positions. */
final class Documents extends SafeConstructor {
    /** The largest text accepted, in characters. */
    static final int LONGEST = 1 << 20;

    private static final int MOST_ALIASES = 50;

    private final BiConsumer<Mark, String> problems;

    /** Reports each problem with its place. */
    Documents(BiConsumer<Mark, String> problems) {
        super(options());
        setAllowDuplicateKeys(false);
        this.problems = problems;
    }

    private static LoaderOptions options() {
        var options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        return options;
    }

    /** Returns the documents up to the first one that is no YAML. */
    List<Node> compose(String yaml) {
        var composer = new Composer(
                new ParserImpl(new StreamReader(new StringReader(yaml)), options()), new Plain(), options());
        var documents = new ArrayList<Node>();
        try {
            while (composer.checkNode()) {
                Node document = composer.getNode();
                Optional<String> obstacle = Expansion.obstacle(document);
                obstacle.ifPresent(why -> problems.accept(document.getStartMark(), "the document is refused: " + why));
                if (obstacle.isEmpty()) {
                    documents.add(document);
                }
            }
        } catch (MarkedYAMLException broken) {
            report(broken);
        } catch (YAMLException broken) {
            problems.accept(start(), String.valueOf(broken.getMessage()));
        }
        return documents;
    }

    /** Returns the value of a node, null when it cannot be read, which is reported. */
    @Nullable
    Object value(Node node) {
        try {
            return constructDocument(node);
        } catch (MarkedYAMLException broken) {
            report(broken);
        } catch (YAMLException broken) {
            problems.accept(node.getStartMark(), String.valueOf(broken.getMessage()));
        }
        return null;
    }

    private void report(MarkedYAMLException broken) {
        Mark mark = broken.getProblemMark() == null ? broken.getContextMark() : broken.getProblemMark();
        problems.accept(mark == null ? start() : mark, String.valueOf(broken.getProblem()));
    }

    private static Mark start() {
        return new Mark("", 0, 0, 0, new int[0], 0);
    }

    /** Leaves dates as the text that they are, as Kubernetes' own reader does. */
    private static final class Plain extends Resolver {
        @Override
        public void addImplicitResolver(Tag tag, Pattern regexp, String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) {
                super.addImplicitResolver(tag, regexp, first, limit);
            }
        }
    }
}
