package dev.understudy.scenario.yaml;

import dev.understudy.scenario.Place;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads one YAML document from bytes that nobody vouches for. Bounded in every direction: 1 MiB of UTF-8, 50 levels,
 * 50 aliases of collections, 100 000 values once aliases are followed; no tags, no second document.
 */
public final class YamlReader {
    /** Largest file read. */
    public static final int MAX_BYTES = 1 << 20;

    static final Tag UNTAGGED = new Tag("understudy:untagged");
    private static final int MAX_DEPTH = 50;
    private static final int MAX_ALIASES = 50;

    private YamlReader() {}

    /** Returns the document; empty when a problem was added that leaves nothing to look at. */
    public static Optional<Tree> read(byte[] bytes, Problems problems) {
        if (bytes.length > MAX_BYTES) {
            problems.add(
                    Place.NONE,
                    "the file is larger than 1 MiB",
                    "scenarios and rosters are small: is it the right file?");
            return Optional.empty();
        }
        return Utf8.decode(bytes, problems).flatMap(text -> parse(text, problems));
    }

    private static Optional<Tree> parse(String text, Problems problems) {
        LoaderOptions limits = limits();
        Parser parser = null;
        try {
            parser = new ParserImpl(new StreamReader(text), limits);
            Node root = new Composer(parser, new Untyped(), limits).getSingleNode();
            if (root == null) {
                problems.add(Place.START, "the file is empty", null);
                return Optional.empty();
            }
            return new NodeReader(problems).document(root);
        } catch (YAMLException e) {
            YamlMistake.add(e, parser, problems);
            return Optional.empty();
        }
    }

    private static LoaderOptions limits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MAX_BYTES);
        limits.setNestingDepthLimit(MAX_DEPTH);
        limits.setMaxAliasesForCollections(MAX_ALIASES);
        limits.setAllowRecursiveKeys(false);
        // no object is ever made of a tag: they are let through here to be refused with a better message
        limits.setTagInspector(tag -> true);
        return limits;
    }

    /** Gives everything without a tag the same one, so that a tag from the file stands out and no type is guessed. */
    private static final class Untyped extends Resolver {
        @Override
        protected void addImplicitResolvers() {}

        @Override
        public Tag resolve(NodeId kind, String value, boolean implicit) {
            return UNTAGGED;
        }
    }
}
