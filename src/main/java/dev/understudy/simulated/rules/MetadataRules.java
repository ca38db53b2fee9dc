package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names, labels and finalizers, which follow the same rules for every kind. */
final class MetadataRules {
    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final Pattern DNS_LABEL = Pattern.compile(LABEL);
    private static final Pattern DNS_SUBDOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern SERVICE_NAME = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
    private static final String QUALIFIED = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private static final Pattern LABEL_VALUE = Pattern.compile("(" + QUALIFIED + ")?");
    private static final Pattern LABEL_KEY = Pattern.compile("(" + DNS_SUBDOMAIN + "/)?" + QUALIFIED);
    private static final Set<String> FREE_NAMES = Set.of("Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding");

    private MetadataRules() {}

    static void check(String kind, ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        JsonNode metadata = object.path("metadata");
        checkName(kind, metadata.path("name"), problems);
        checkLabels(metadata.path("labels"), "metadata.labels", problems);
        if (before != null && before.path("metadata").has("deletionTimestamp")) {
            checkNoNewFinalizers(
                    metadata.path("finalizers"), before.path("metadata").path("finalizers"), problems);
        }
    }

    static void checkLabels(JsonNode labels, String path, Problems problems) {
        labels.properties().forEach(label -> {
            checkKey(label.getKey(), path, problems);
            String value = label.getValue().asText();
            if (!LABEL_VALUE.matcher(value).matches()) {
                problems.invalid(
                        path,
                        label.getValue(),
                        "a valid label must be an empty string or consist of"
                                + " alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric"
                                + " character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is"
                                + " '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')");
            } else if (value.length() > 63) {
                problems.invalid(path, label.getValue(), "must be no more than 63 bytes");
            }
        });
    }

    /** Checks the key of a label, or what is named like one. */
    static void checkKey(String key, String path, Problems problems) {
        if (!LABEL_KEY.matcher(key).matches() || key.length() > 317) {
            problems.invalid(
                    path,
                    TextNode.valueOf(key),
                    "name part must consist of alphanumeric"
                            + " characters, '-', '_' or '.', and must start and end with an alphanumeric character"
                            + " (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is"
                            + " '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')");
        }
    }

    private static void checkName(String kind, JsonNode name, Problems problems) {
        String text = name.asText("");
        if (FREE_NAMES.contains(kind)) {
            if (text.contains("/") || text.contains("%") || text.equals(".") || text.equals("..")) {
                problems.invalid("metadata.name", name, "may not contain '/' or '%', or be '.' or '..'");
            }
        } else if (kind.equals("Service")) {
            checkAgainst(
                    SERVICE_NAME,
                    63,
                    name,
                    problems,
                    "a DNS-1035 label must consist of lower case alphanumeric"
                            + " characters or '-', start with an alphabetic character, and end with an alphanumeric character"
                            + " (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')");
        } else if (kind.equals("Namespace")) {
            checkAgainst(
                    DNS_LABEL,
                    63,
                    name,
                    problems,
                    "a lowercase RFC 1123 label must consist of lower case"
                            + " alphanumeric characters or '-', and must start and end with an alphanumeric character"
                            + " (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')");
        } else {
            checkAgainst(
                    DNS_SUBDOMAIN,
                    253,
                    name,
                    problems,
                    "a lowercase RFC 1123 subdomain must consist of lower"
                            + " case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric"
                            + " character (e.g. 'example.com', regex used for validation is"
                            + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')");
        }
    }

    private static void checkAgainst(Pattern form, int longest, JsonNode name, Problems problems, String why) {
        String text = name.asText("");
        if (!form.matcher(text).matches()) {
            problems.invalid("metadata.name", name, why);
        } else if (text.length() > longest) {
            problems.invalid("metadata.name", name, "must be no more than " + longest + " bytes");
        }
    }

    private static void checkNoNewFinalizers(JsonNode finalizers, JsonNode before, Problems problems) {
        for (JsonNode finalizer : finalizers) {
            boolean known = false;
            for (JsonNode old : before) {
                known |= old.equals(finalizer);
            }
            if (!known) {
                problems.forbidden(
                        "metadata.finalizers",
                        "no new finalizers can be added if the object is being"
                                + " deleted, found new finalizers []string{" + finalizer + "}");
            }
        }
    }
}
