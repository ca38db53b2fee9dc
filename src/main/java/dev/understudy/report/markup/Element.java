package dev.understudy.report.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An element of XML or SVG while it is being built. Everything that goes in is escaped when it is printed, and
 * characters that XML cannot hold are made visible. Attributes keep their order, so equal elements print equal text.
 */
public final class Element {
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Element> children = new ArrayList<>();
    private String text = "";

    private Element(String name) {
        this.name = name;
    }

    /** Returns an empty element. */
    public static Element of(String name) {
        return new Element(name);
    }

    /** Sets an attribute. */
    public Element with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    /** Sets an attribute to a number with at most two decimals. */
    public Element with(String attribute, double value) {
        return with(attribute, number(value));
    }

    /** Sets the text, which stands before the children. */
    public Element text(String content) {
        text = content;
        return this;
    }

    /** Adds children. */
    public Element add(Element... more) {
        return addAll(List.of(more));
    }

    /** Adds children. */
    public Element addAll(List<Element> more) {
        children.addAll(more);
        return this;
    }

    /** Returns the element as text: one line for each element that holds no text. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        print(out, "");
        return out.toString();
    }

    private void print(StringBuilder out, String indent) {
        out.append(indent).append('<').append(name);
        attributes.forEach((key, value) ->
                out.append(' ').append(key).append("=\"").append(escaped(value)).append('"'));
        if (text.isEmpty() && children.isEmpty()) {
            out.append("/>\n");
            return;
        }
        out.append('>').append(escaped(text));
        if (!children.isEmpty()) {
            out.append('\n');
            children.forEach(child -> child.print(out, indent + "  "));
            out.append(indent);
        }
        out.append("</").append(name).append(">\n");
    }

    private static String escaped(String raw) {
        return SafeText.visible(raw)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Returns a number with at most two decimals. */
    public static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        String shortest = text.replaceAll("\\.?0+$", "");
        return shortest.equals("-0") || shortest.isEmpty() ? "0" : shortest;
    }
}
