package dev.understudy.scenario.yaml;

import dev.understudy.scenario.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.Parser;

/** Says in plain words, and with a place, what the parser did not like. */
final class YamlMistake {
    /** Part of the parser's sentence, and what we say instead. */
    private record Saying(String part, String message, String hint) {}

    private static final List<Saying> SAYINGS = List.of(
            new Saying("\\t(TAB)", "a tab cannot stand here", "indent with spaces"),
            new Saying("but found another document", "a second document begins here", "one file, one document"),
            new Saying("Nesting Depth exceeded", "nested deeper than 50 levels", "is it the right file?"),
            new Saying(
                    "Number of aliases", "more than 50 aliases of lists or maps", "write the values out, or use fewer"),
            new Saying("found undefined alias", "this alias has no anchor before it", "anchors look like &name"),
            new Saying(
                    "mapping values are not allowed here",
                    "a ':' cannot stand here",
                    "check the indentation, or put the text in quotes"),
            new Saying("found unexpected end of stream", "the text in quotes never ends", "close the quotes"),
            new Saying("could not find expected ':'", "a ':' is missing in or before this line", "a key needs one"),
            new Saying("expected <block end>", "this does not fit the lines above", "check the indentation"),
            new Saying(
                    "expected ',' or",
                    "the list or map in brackets does not go on like this",
                    "check , ] and }; here text with one of ,[]{} in it needs quotes"),
            new Saying("cannot start any token", "this character cannot begin a value", "put the text in quotes"),
            new Saying(
                    "expected the node content",
                    "a value is missing here",
                    "text with one of ,[]{} in it needs quotes"),
            new Saying("sequence entries are not allowed", "a '- ' cannot stand here", "check the indentation"),
            new Saying("mapping keys are not allowed", "a '? ' cannot stand here", "put the text in quotes"),
            new Saying("'<document start>'", "this does not belong to what is above", "check the indentation"),
            new Saying(" directive", "a line cannot begin with '%' here", "put the text in quotes"),
            new Saying("scanning an alias", "'*' begins an alias, and no name follows", "put the text in quotes"),
            new Saying("scanning an anchor", "'&' begins an anchor, and no name follows", "put the text in quotes"),
            new Saying("scanning a block scalar", "after | or > the line must end", "begin the text in the next line"),
            new Saying("document separator", "the text in quotes never ends", "close the quotes"),
            new Saying("escape character", "there is no such escape", "in double quotes a backslash is written twice"));

    private YamlMistake() {}

    static void add(YAMLException e, @Nullable Parser parser, Problems problems) {
        String sentence = sentence(e);
        Place place = place(e, parser);
        for (Saying saying : SAYINGS) {
            if (sentence.contains(saying.part())) {
                problems.add(place, saying.message(), saying.hint());
                return;
            }
        }
        problems.add(place, "not YAML: " + sentence, null);
    }

    private static String sentence(YAMLException e) {
        return switch (e) {
            case MarkedYAMLException marked
            when marked.getProblem() != null ->
                oneLine(marked.getContext()) + oneLine(marked.getProblem()).strip();
            default -> oneLine(e.getMessage()).strip();
        };
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "" : text.lines().findFirst().orElse("").strip() + " ";
    }

    private static Place place(YAMLException e, @Nullable Parser parser) {
        if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            return place(marked.getProblemMark());
        }
        return parser == null ? Place.NONE : next(parser);
    }

    /** Where the parser stands, for exceptions that do not say. */
    private static Place next(Parser parser) {
        try {
            return place(parser.peekEvent().getStartMark());
        } catch (YAMLException alsoBroken) {
            return Place.NONE;
        }
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
