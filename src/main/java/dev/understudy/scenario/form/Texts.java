package dev.understudy.scenario.form;

import dev.understudy.scenario.yaml.PlainSort;
import dev.understudy.scenario.yaml.Tree.Leaf;
import dev.understudy.scenario.yaml.Tree.Style;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** The kinds of text that files may hold. Numbers and truth values without quotes are not text, and never become it. */
public final class Texts {
    private static final String DNS_LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";

    /** For JSON Schema: text with a parameter in it is judged when that is filled in. */
    static final String OR_PARAMETER = "|.*\\$\\{.*";

    private Texts() {}

    /** Text for people: anything but nothing. */
    public static Form<String> text() {
        return new LeafForm<>("text", "", Texts::words, JsonMap.of("type", "string", "minLength", 1), true);
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
                JsonMap.of("type", "string", "pattern", "^(" + pattern + OR_PARAMETER + ")$"),
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
                    if (uri.getHost() == null || !text.matches("https?://.*")) {
                        throw new Misfit(text, "write https://host/path");
                    }
                    return text;
                },
                JsonMap.of("type", "string", "pattern", "^(https?://.+" + OR_PARAMETER + ")$"),
                true);
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new Misfit(text, "write https://host/path; spaces and the like are percent-encoded");
        }
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
                "a value", "", Leaf::text, JsonMap.of("type", List.of("string", "number", "boolean")), true);
    }

    private static String words(Leaf leaf) {
        if (leaf.text().isBlank()) {
            throw new Misfit(leaf.text(), "give it a value, or remove the line");
        }
        if (leaf.sort() != PlainSort.TEXT && leaf.style() == Style.PLAIN) {
            throw new Misfit(leaf.text(), "put it in quotes to make it text: \"" + leaf.text() + "\"");
        }
        return leaf.text();
    }
}
