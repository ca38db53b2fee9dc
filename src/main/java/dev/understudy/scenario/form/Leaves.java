package dev.understudy.scenario.form;

import dev.understudy.probe.Share;
import dev.understudy.scenario.Nearest;
import dev.understudy.scenario.yaml.PlainSort;
import dev.understudy.scenario.yaml.Tree.Leaf;
import dev.understudy.scenario.yaml.Tree.Style;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The kinds of value without parts that files may hold. */
public final class Leaves {
    private static final String DNS_LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";
    private static final String PARAMETER = "|.*\\$\\{.*";

    private Leaves() {}

    /** Text for people: anything but nothing. */
    public static Form<String> text() {
        return new LeafForm<>("text", "", Leaves::words, JsonMap.of("type", "string", "minLength", 1), true);
    }

    /** A short name that other files and reports use. */
    public static Form<String> name() {
        return matching(
                "a short name",
                "[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?",
                "letters, digits and . _ - inside, up to 63");
    }

    /** A DNS label, as Kubernetes asks of namespaces. */
    public static Form<String> dnsLabel() {
        return matching("a DNS label", DNS_LABEL, "lower-case letters, digits and - inside, up to 63");
    }

    /** A DNS subdomain name, as Kubernetes asks of workloads. */
    public static Form<String> dnsName() {
        return matching(
                "a DNS name",
                DNS_LABEL + "(\\." + DNS_LABEL + "){0,3}",
                "lower-case letters, digits, - and . inside, as Kubernetes names are");
    }

    /** Text that matches a pattern as a whole. */
    public static Form<String> matching(String what, String pattern, String hint) {
        Pattern compiled = Pattern.compile(pattern);
        return new LeafForm<>(
                what,
                "",
                leaf -> {
                    String text = words(leaf);
                    if (!compiled.matcher(text).matches()) {
                        throw new Misfit(text, hint);
                    }
                    return text;
                },
                JsonMap.of("type", "string", "pattern", "^(" + pattern + PARAMETER + ")$"),
                true);
    }

    /** An absolute web address. */
    public static Form<String> url() {
        return new LeafForm<>(
                "an http or https URL",
                "",
                leaf -> {
                    String text = words(leaf);
                    URI uri = uri(text);
                    if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
                        throw new Misfit(text, "write https://host/path");
                    }
                    return text;
                },
                JsonMap.of("type", "string", "pattern", "^(https?://.+" + PARAMETER + ")$"),
                true);
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new Misfit(text, "write https://host/path; spaces and the like are percent-encoded");
        }
    }

    /** A whole number in decimal digits. */
    public static Form<Integer> whole(int min, int max) {
        String range = max == Integer.MAX_VALUE ? min + " or more" : min + " to " + max;
        return new LeafForm<>(
                "a whole number, " + range,
                min,
                leaf -> number(leaf, min, max),
                max == Integer.MAX_VALUE
                        ? JsonMap.of("type", "integer", "minimum", min)
                        : JsonMap.of("type", "integer", "minimum", min, "maximum", max),
                false);
    }

    /** {@code true} or {@code false}. */
    public static Form<Boolean> truth() {
        return new LeafForm<>(
                "true or false",
                false,
                leaf -> {
                    if (leaf.style() == Style.QUOTED || leaf.sort() != PlainSort.TRUTH) {
                        throw new Misfit(leaf.text(), "write true or false, without quotes");
                    }
                    return leaf.text().equalsIgnoreCase("true");
                },
                JsonMap.of("type", "boolean"),
                false);
    }

    /** {@code true}, where only the key says something. */
    public static Form<Boolean> yes() {
        return new LeafForm<>(
                "true",
                true,
                leaf -> {
                    if (leaf.style() == Style.QUOTED || !leaf.text().equalsIgnoreCase("true")) {
                        throw new Misfit(leaf.text(), "write true, or leave the line out");
                    }
                    return true;
                },
                JsonMap.of("const", true),
                false);
    }

    /** A length of time. */
    public static Form<Duration> duration() {
        return new LeafForm<>(
                "a duration such as 90s, 1h30m or PT90S",
                Duration.ZERO,
                leaf -> GoDuration.parse(leaf.text()),
                JsonMap.of("type", "string", "pattern", "^(" + GoDuration.PATTERN + PARAMETER + ")$"),
                true);
    }

    /** A number of pods or a percentage. */
    public static Form<Share> share() {
        return new LeafForm<>(
                "a number of pods or a percentage such as 100%",
                new Share(0, false),
                leaf -> Share.parse(leaf.text()),
                JsonMap.of(
                        "anyOf",
                        List.of(
                                JsonMap.of("type", "integer", "minimum", 0),
                                JsonMap.of("type", "string", "pattern", "^([0-9]{1,2}%|100%" + PARAMETER + ")$"))),
                true);
    }

    /** One word of a list, each for one constant: {@code not-recovered} for {@code NOT_RECOVERED}. */
    public static <E extends Enum<E>> Form<E> word(Class<E> type) {
        return word(type, constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** One word of a list, each for one constant. */
    public static <E extends Enum<E>> Form<E> word(Class<E> type, Function<E, String> word) {
        List<E> constants = List.of(type.getEnumConstants());
        List<String> words = constants.stream().map(word).toList();
        return new LeafForm<>(
                "one of " + String.join(", ", words),
                constants.getFirst(),
                leaf -> {
                    int found = words.indexOf(leaf.text());
                    if (found < 0) {
                        throw new Misfit(
                                leaf.text(),
                                Nearest.to(leaf.text(), words)
                                        .map(w -> "did you mean '" + w + "'?")
                                        .orElse(null));
                    }
                    return constants.get(found);
                },
                JsonMap.of("enum", words),
                false);
    }

    /** One word that must stand there as it is. */
    public static Form<String> exactly(String word) {
        return new LeafForm<>(
                "'" + word + "'",
                word,
                leaf -> {
                    if (!leaf.text().equals(word)) {
                        throw new Misfit(leaf.text(), null);
                    }
                    return word;
                },
                JsonMap.of("const", word),
                true);
    }

    /** A number, a truth value or text, kept as it is written. */
    public static Form<String> any() {
        return new LeafForm<>(
                "a value",
                "",
                leaf -> {
                    if (leaf.sort() == PlainSort.NOTHING) {
                        throw new Misfit("", "give it a value, or remove the line");
                    }
                    return leaf.text();
                },
                JsonMap.of("type", List.of("string", "number", "boolean")),
                true);
    }

    private static String words(Leaf leaf) {
        if (leaf.sort() == PlainSort.NOTHING || leaf.text().isBlank()) {
            throw new Misfit(leaf.text(), "give it a value, or remove the line");
        }
        if (leaf.sort() != PlainSort.TEXT && leaf.style() == Style.PLAIN) {
            throw new Misfit(leaf.text(), "put it in quotes to make it text: \"" + leaf.text() + "\"");
        }
        return leaf.text();
    }

    private static int number(Leaf leaf, int min, int max) {
        String text = leaf.text();
        if (leaf.style() == Style.QUOTED && PlainSort.of(text) == PlainSort.WHOLE) {
            throw new Misfit(text, "remove the quotes");
        }
        if (text.matches("[-+]?0[0-9]+")) {
            throw new Misfit(text, "remove the leading zero: some readers take it for octal");
        }
        if (!text.matches("[-+]?[0-9]{1,18}") || leaf.style() == Style.QUOTED) {
            throw new Misfit(text, leaf.sort() == PlainSort.WHOLE ? "write it in decimal digits" : null);
        }
        long value = Long.parseLong(text);
        if (value < min || value > max) {
            throw new Misfit(text, null);
        }
        return (int) value;
    }
}
