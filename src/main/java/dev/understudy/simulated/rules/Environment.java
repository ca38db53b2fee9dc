package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.regex.Pattern;

/** Checks the environment variables of a container. */
final class Environment {
    private static final Pattern NAME = Pattern.compile("[ -<>-~]+");
    private static final Pattern POD_FIELD = Pattern.compile(
            "metadata\\.(name|namespace|uid)|metadata\\.(labels|annotations)(\\['.*'])?|spec\\.(nodeName|serviceAccountName)"
                    + "|status\\.(hostIP|hostIPs|podIP|podIPs|phase)");
    private static final List<String> KEYED = List.of("configMapKeyRef", "secretKeyRef");
    private static final TextNode NOTHING = TextNode.valueOf("");

    private Environment() {}

    static void check(JsonNode container, String path, Problems problems) {
        JsonNode variables = container.path("env");
        for (int i = 0; i < variables.size(); i++) {
            variable(variables.get(i), path + ".env[" + i + "]", problems);
        }
        JsonNode sources = container.path("envFrom");
        for (int i = 0; i < sources.size(); i++) {
            source(sources.get(i), path + ".envFrom", i, problems);
        }
    }

    private static void variable(JsonNode variable, String path, Problems problems) {
        JsonNode name = variable.path("name");
        if (name.asText("").isEmpty()) {
            problems.required(path + ".name", "");
        } else if (!NAME.matcher(name.asText()).matches()) {
            problems.invalid(
                    path + ".name",
                    name,
                    "a valid environment variable name must consist only of printable ASCII characters other than '='");
        }
        if (variable.has("valueFrom")) {
            reference(variable.path("valueFrom"), path + ".valueFrom", problems);
            sources(variable, path + ".valueFrom", problems);
        }
    }

    private static void sources(JsonNode variable, String path, Problems problems) {
        JsonNode from = variable.path("valueFrom");
        if (from.isEmpty()) {
            problems.invalid(
                    path,
                    NOTHING,
                    "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or"
                            + " `fileKeyRef`");
        } else if (!variable.path("value").asText("").isEmpty()) {
            problems.invalid(path, NOTHING, "may not be specified when `value` is not empty");
        } else if (from.size() > 1) {
            problems.invalid(path, NOTHING, "may not have more than one field specified at a time");
        }
    }

    private static void reference(JsonNode from, String path, Problems problems) {
        JsonNode field = from.path("fieldRef").path("fieldPath");
        if (field.isTextual() && !POD_FIELD.matcher(field.asText()).matches()) {
            problems.invalid(
                    path + ".fieldRef.fieldPath",
                    field,
                    "error converting fieldPath: field label not supported: " + field.asText());
        }
        for (String source : KEYED) {
            if (from.has(source)) {
                JsonNode name = from.path(source).path("name");
                DnsNames.subdomain(TextNode.valueOf(name.asText()), path + "." + source + ".name", problems);
                if (from.path(source).path("key").asText("").isEmpty()) {
                    problems.required(path + "." + source + ".key", "");
                }
            }
        }
    }

    private static void source(JsonNode source, String path, int index, Problems problems) {
        int found = 0;
        for (String field : new String[] {"configMapRef", "secretRef"}) {
            if (source.has(field)) {
                found++;
                if (source.path(field).path("name").asText("").isEmpty()) {
                    problems.required(path + "[" + index + "]." + field + ".name", "");
                }
            }
        }
        if (found == 0) {
            problems.invalid(path, NOTHING, "must specify one of: `configMapRef` or `secretRef`");
        } else if (found > 1) {
            problems.invalid(path, NOTHING, "may not have more than one field specified at a time");
        }
    }
}
