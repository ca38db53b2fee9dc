package dev.understudy.journal.json;

import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Types that are one text in JSON, both ways. */
final class Scalars {
    private static final Map<Class<?>, Function<String, Object>> PARSERS = Map.of(
            String.class, text -> text,
            Duration.class, Duration::parse,
            Instant.class, Instant::parse,
            LocalDate.class, LocalDate::parse,
            FieldPath.class, FieldPath::of,
            ResourceType.class, Scalars::resourceType);
    private static final Pattern RESOURCE_TYPE =
            Pattern.compile("(?:([^/ ]+)/)?([^/ ]+) ([^ ]+) \\(([^,) ]+)(, cluster)?\\)");

    private Scalars() {}

    static boolean covers(Class<?> type) {
        return type.isEnum() || PARSERS.containsKey(type);
    }

    /** Returns the text, or null when the value is of another type. */
    static @Nullable String text(Object value) {
        return switch (value) {
            case String text -> text;
            case Duration duration -> duration.toString();
            case Instant instant -> instant.toString();
            case LocalDate day -> day.toString();
            case FieldPath path -> text(path);
            case ResourceType type -> text(type);
            case Enum<?> constant -> word(constant);
            default -> null;
        };
    }

    static Object parse(Class<?> type, String text) {
        Function<String, Object> parser = PARSERS.get(type);
        return parser == null ? constant(type, text) : parser.apply(text);
    }

    /** Paths are written to be read again; one with a bracket in a merge key's value could not be. */
    private static String text(FieldPath path) {
        String text = path.toString();
        try {
            if (FieldPath.of(text).equals(path)) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            throw new CodecException("the field path " + text + " cannot be read back", e);
        }
        throw new CodecException("the field path " + text + " would be read as another");
    }

    /** {@code apps/v1 Deployment (deployments)}, {@code v1 Namespace (namespaces, cluster)}. */
    private static String text(ResourceType type) {
        return type.apiVersion() + " " + type.kind() + " (" + type.plural() + (type.namespaced() ? ")" : ", cluster)");
    }

    private static ResourceType resourceType(String text) {
        Matcher m = RESOURCE_TYPE.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("not a resource type: " + text);
        }
        String group = m.group(1) == null ? "" : m.group(1);
        return new ResourceType(group, m.group(2), m.group(3), m.group(4), m.group(5) == null);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Object constant(Class<?> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> word((Enum<?>) c).equals(word))
                .findFirst()
                .orElseThrow(() -> new CodecException(
                        "'" + word + "' is no " + type.getSimpleName() + " that this version of Understudy knows"));
    }
}
