package dev.understudy.simulated.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.schema.Quantities;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where a container's variables and files come from: ConfigMaps, Secrets, and the pod itself. */
final class Sources {
    private static final Pattern KEYED = Pattern.compile("metadata\\.(labels|annotations)\\['(.+)'\\]");

    private final ObjectStore store;
    private final Container container;
    private final String namespace;

    Sources(ObjectStore store, Container container) {
        this.store = store;
        this.container = container;
        this.namespace = Meta.namespace(container.pod());
    }

    /** Returns every value of the ConfigMap or Secret that an {@code envFrom} names. */
    Map<String, String> everything(JsonNode from) {
        return from.has("configMapRef")
                ? configMap(from.path("configMapRef").path("name").asText())
                : secret(from.path("secretRef").path("name").asText());
    }

    /** Returns the value that a {@code valueFrom} names, empty where there is none. */
    Optional<String> value(JsonNode from) {
        if (from.has("configMapKeyRef")) {
            JsonNode reference = from.path("configMapKeyRef");
            return keyed(configMap(reference.path("name").asText()), reference);
        }
        if (from.has("secretKeyRef")) {
            JsonNode reference = from.path("secretKeyRef");
            return keyed(secret(reference.path("name").asText()), reference);
        }
        return from.has("fieldRef")
                ? Optional.of(field(from.path("fieldRef").path("fieldPath").asText()))
                : resource(from.path("resourceFieldRef"));
    }

    private static Optional<String> keyed(Map<String, String> values, JsonNode reference) {
        return Optional.ofNullable(values.get(reference.path("key").asText()));
    }

    Map<String, String> configMap(String name) {
        return values(store.view(Kinds.CONFIG_MAP, namespace, name), false);
    }

    Map<String, String> secret(String name) {
        return values(store.view(Kinds.SECRET, namespace, name), true);
    }

    private static Map<String, String> values(Optional<ObjectNode> object, boolean encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        object.ifPresent(found -> {
            for (Map.Entry<String, JsonNode> each : found.path("data").properties()) {
                String text = each.getValue().asText();
                values.put(each.getKey(), encoded ? decoded(text) : text);
            }
        });
        return values;
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    /** Returns a field of the pod, as the downward API shows it. */
    String field(String path) {
        Matcher keyed = KEYED.matcher(path);
        JsonNode pod = container.pod();
        if (keyed.matches()) {
            return pod.path("metadata")
                    .path(keyed.group(1))
                    .path(keyed.group(2))
                    .asText("");
        }
        JsonNode found = pod.at("/" + path.replace('.', '/'));
        if (path.equals("status.podIPs") || path.equals("status.hostIPs")) {
            return found.findValuesAsText("ip").stream().collect(Collectors.joining(","));
        }
        return found.isObject()
                ? found.properties().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .sorted()
                        .collect(Collectors.joining("\n"))
                : found.asText("");
    }

    /** Returns a limit or request; where none is set, what a small node would have. */
    private Optional<String> resource(JsonNode reference) {
        String[] path = reference.path("resource").asText("").split("\\.", 2);
        if (path.length < 2) {
            return Optional.empty();
        }
        String set =
                container.spec().path("resources").path(path[0]).path(path[1]).asText("");
        BigDecimal divisor = quantity(reference.path("divisor").asText(""), BigDecimal.ONE);
        BigDecimal value = quantity(set, BigDecimal.ZERO);
        return Optional.of(value.divide(divisor, 0, RoundingMode.CEILING).toPlainString());
    }

    private static BigDecimal quantity(String text, BigDecimal otherwise) {
        return Quantities.value(text).filter(value -> value.signum() != 0).orElse(otherwise);
    }
}
