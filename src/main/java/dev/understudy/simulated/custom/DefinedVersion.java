package dev.understudy.simulated.custom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One version of a defined kind.
 *
 * @param name such as {@code v1beta1}
 * @param served whether clients may use it
 * @param storage whether objects are stored in it
 * @param deprecation the warning that every request gets, empty for none
 * @param deprecated whether requests get a warning
 * @param schema the OpenAPI schema of its objects
 * @param status whether {@code /status} is served
 * @param scale where the numbers of {@code /scale} are; empty where that is not served
 * @param columns what kubectl prints beside the name
 */
public record DefinedVersion(
        String name,
        boolean served,
        boolean storage,
        boolean deprecated,
        String deprecation,
        JsonNode schema,
        boolean status,
        Optional<ScalePaths> scale,
        List<PrinterColumn> columns) {
    public DefinedVersion {
        columns = List.copyOf(columns);
    }

    /**
     * Where {@code /scale} finds its numbers.
     *
     * @param selector path of the label selector as a text, empty for none
     */
    public record ScalePaths(String specReplicas, String statusReplicas, String selector) {}

    static DefinedVersion read(JsonNode version) {
        JsonNode parts = version.path("subresources");
        List<PrinterColumn> columns = new ArrayList<>();
        version.path("additionalPrinterColumns").forEach(column -> columns.add(PrinterColumn.read(column)));
        return new DefinedVersion(
                version.path("name").asText(),
                version.path("served").asBoolean(),
                version.path("storage").asBoolean(),
                version.path("deprecated").asBoolean(),
                version.path("deprecationWarning").asText(""),
                version.path("schema").path("openAPIV3Schema"),
                parts.has("status"),
                parts.has("scale") ? Optional.of(scale(parts.path("scale"))) : Optional.empty(),
                columns.isEmpty() ? List.of(PrinterColumn.AGE) : columns);
    }

    private static ScalePaths scale(JsonNode scale) {
        return new ScalePaths(
                scale.path("specReplicasPath").asText(),
                scale.path("statusReplicasPath").asText(),
                scale.path("labelSelectorPath").asText(""));
    }
}
