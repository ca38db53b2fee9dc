package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML bodies as JSON: dates stay texts, keys may not stand twice. */
final class Yaml {
    /** Deeper than anything sensible, and no deeper than JSON may be. */
    private static final int DEEPEST = 1_000;

    private Yaml() {}

    /** Says why a document could not be read, in the server's words where it has words for it. */
    static String complaint(YAMLException unreadable) {
        String why = String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
        return why.startsWith("Nesting Depth exceeded") ? "exceeded max depth of 10000" : why;
    }

    /**
     * Reads one document.
     *
     * @throws org.yaml.snakeyaml.error.YAMLException when it cannot be read
     */
    static JsonNode read(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(20);
        options.setNestingDepthLimit(DEEPEST);
        DumperOptions unused = new DumperOptions();
        var yaml = new org.yaml.snakeyaml.Yaml(
                new SafeConstructor(options), new Representer(unused), unused, options, new TextDates());
        return Json.MAPPER.valueToTree(yaml.load(text));
    }

    private static final class TextDates extends Resolver {
        @Override
        public void addImplicitResolver(Tag tag, Pattern regexp, String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) {
                super.addImplicitResolver(tag, regexp, first, limit);
            }
        }
    }
}
