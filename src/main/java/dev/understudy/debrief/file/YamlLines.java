package dev.understudy.debrief.file;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes YAML line by line, so that comments can stand where a reader needs them. */
final class YamlLines {
    /** Words that some readers of YAML take for something else than text. */
    private static final Set<String> NO_TEXT = Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

    private final StringBuilder out = new StringBuilder();

    YamlLines line(String text) {
        out.append(text).append('\n');
        return this;
    }

    /** Adds a line unless there is nothing to say. */
    YamlLines field(String indent, String key, @Nullable String value) {
        return value == null ? this : line(indent + key + ": " + text(value));
    }

    /** Adds a truth value where it is not the default. */
    YamlLines flag(String indent, String key, boolean value) {
        return value ? line(indent + key + ": true") : this;
    }

    /** Adds a list of sentences, and nothing where it is empty. */
    YamlLines sentences(String key, List<String> sentences) {
        if (!sentences.isEmpty()) {
            line("  " + key + ":");
            sentences.forEach(sentence -> line("    - " + text(sentence)));
        }
        return this;
    }

    /** Returns text so that it is read back as the same text. */
    static String text(String value) {
        if (value.matches("[a-z][a-z0-9-]*") && !NO_TEXT.contains(value)) {
            return value;
        }
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> quoted.append(escaped(c)));
        return quoted.append('"').toString();
    }

    private static String escaped(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            default -> {
                boolean hidden = Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || c == 0x2028
                        || c == 0x2029;
                yield hidden ? "\\U%08x".formatted(c) : Character.toString(c);
            }
        };
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
