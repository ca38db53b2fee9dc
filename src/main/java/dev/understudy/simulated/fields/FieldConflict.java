package dev.understudy.simulated.fields;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A field that an apply would change although another manager owns it.
 *
 * @param owner who owns it
 * @param time since when, empty when not known
 * @param path the field in the elements of {@link FieldSet}
 */
public record FieldConflict(Owner owner, String time, List<String> path) {
    public FieldConflict {
        path = List.copyOf(path);
    }

    /** Returns the manager as the server prints it. */
    public String manager() {
        String part = owner.subresource().isEmpty() ? "" : " with subresource \"" + owner.subresource() + "\"";
        String using = owner.operation().equals("Update") ? " using " + owner.apiVersion() : "";
        String since = using.isEmpty() || time.isEmpty() ? "" : " at " + time;
        return "\"" + owner.manager() + "\"" + part + using + since;
    }

    /** Returns the field as the server prints it: {@code .spec.containers[name="x"].image}. */
    public String field() {
        return path.stream().map(FieldConflict::element).collect(Collectors.joining());
    }

    private static String element(String element) {
        if (element.startsWith("f:")) {
            return "." + element.substring(2);
        }
        if (element.startsWith("k:{")) {
            String keys = element.substring(3, element.length() - 1);
            return "[" + keys.replaceAll("\"(\\w+)\":", "$1=") + "]";
        }
        return "[=" + element.substring(2) + "]";
    }
}
