package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** Names of hosts and ports within an object, with the words in which the server refuses them. */
final class DnsNames {
    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
    private static final Pattern LABEL_FORM = Pattern.compile(LABEL);
    private static final Pattern SUBDOMAIN_FORM = Pattern.compile(SUBDOMAIN);
    private static final Pattern WILDCARD_FORM = Pattern.compile("\\*\\." + SUBDOMAIN);
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|.*:.*");
    private static final int LONGEST_PORT_NAME = 15;

    private DnsNames() {}

    /** Checks one part of a name, such as that of a port or of a Service. */
    static void label(JsonNode name, String path, Problems problems) {
        if (!LABEL_FORM.matcher(name.asText()).matches()) {
            problems.invalid(
                    path,
                    name,
                    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must"
                            + " start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used"
                            + " for validation is '" + LABEL + "')");
        }
    }

    static void subdomain(JsonNode name, String path, Problems problems) {
        if (!SUBDOMAIN_FORM.matcher(name.asText()).matches()) {
            problems.invalid(
                    path,
                    name,
                    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and"
                            + " must start and end with an alphanumeric character (e.g. 'example.com', regex used for"
                            + " validation is '" + SUBDOMAIN + "')");
        }
    }

    /** Checks a host as an Ingress names it, which may begin with {@code *.}. */
    static void host(JsonNode name, String path, Problems problems) {
        if (!name.asText().contains("*")) {
            subdomain(name, path, problems);
        } else if (!WILDCARD_FORM.matcher(name.asText()).matches()) {
            problems.invalid(
                    path,
                    name,
                    "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must"
                            + " consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric"
                            + " character (e.g. '*.example.com', regex used for validation is '\\*\\." + SUBDOMAIN
                            + "')");
        }
    }

    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** Checks the name of a container's port; several rules may be broken at once. */
    static void portName(JsonNode name, String path, Problems problems) {
        String text = name.asText();
        if (text.length() > LONGEST_PORT_NAME) {
            problems.invalid(path, name, "must be no more than " + LONGEST_PORT_NAME + " characters");
        }
        if (!text.matches("[-a-z0-9]*")) {
            problems.invalid(path, name, "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
        }
        if (text.chars().noneMatch(letter -> letter >= 'a' && letter <= 'z')) {
            problems.invalid(path, name, "must contain at least one letter (a-z)");
        }
        if (text.contains("--")) {
            problems.invalid(path, name, "must not contain consecutive hyphens");
        }
        if (text.startsWith("-") || text.endsWith("-")) {
            problems.invalid(path, name, "must not begin or end with a hyphen");
        }
    }
}
