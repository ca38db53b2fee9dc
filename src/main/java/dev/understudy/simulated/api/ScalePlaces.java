package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.custom.DefinedVersion;
import dev.understudy.simulated.custom.DefinedVersion.ScalePaths;
import dev.understudy.simulated.custom.JsonPath;
import dev.understudy.simulated.rules.Cause;
import dev.understudy.simulated.store.Catalogue;
import dev.understudy.simulated.store.Details;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Refusals;
import dev.understudy.simulated.store.StatusException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the numbers of {@code /scale} are in objects of a kind: the same for every built-in one, else as defined. */
final class ScalePlaces {
    private static final ScalePaths USUAL = new ScalePaths(".spec.replicas", ".status.replicas", "");

    private final Kind kind;
    private final ScalePaths paths;
    private final boolean custom;

    private ScalePlaces(Kind kind, ScalePaths paths, boolean custom) {
        this.kind = kind;
        this.paths = paths;
        this.custom = custom;
    }

    static ScalePlaces of(Kind kind, Catalogue kinds) {
        Optional<ScalePaths> defined = kinds.version(kind).flatMap(DefinedVersion::scale);
        return new ScalePlaces(kind, defined.orElse(USUAL), defined.isPresent());
    }

    int wanted(ObjectNode object) {
        return number(object, paths.specReplicas());
    }

    int present(ObjectNode object) {
        return number(object, paths.statusReplicas());
    }

    /** Returns the selector of the pods as a text, empty when there is none. */
    String selector(ObjectNode object) {
        if (custom) {
            return paths.selector().isEmpty()
                    ? ""
                    : JsonPath.parse(paths.selector())
                            .first(object)
                            .map(JsonNode::asText)
                            .orElse("");
        }
        return object.path("spec").path("selector").path("matchLabels").properties().stream()
                .map(label -> label.getKey() + "=" + label.getValue().asText())
                .collect(Collectors.joining(","));
    }

    void want(ObjectNode object, int replicas) {
        String[] steps = paths.specReplicas().substring(1).split("\\.");
        ObjectNode at = object;
        for (int i = 0; i < steps.length - 1; i++) {
            at = at.withObjectProperty(steps[i]);
        }
        at.put(steps[steps.length - 1], replicas);
    }

    /** Returns the refusal of a number below zero. */
    StatusException negative(String name, int replicas) {
        if (custom) {
            String why = "Invalid value: " + replicas + ": should be a non-negative integer";
            return Refusals.invalid(kind, name, List.of(new Cause("FieldValueInvalid", why, paths.specReplicas())));
        }
        String why = "Invalid value: " + replicas + ": must be greater than or equal to 0";
        Cause cause = new Cause("FieldValueInvalid", why, "spec.replicas");
        return new StatusException(
                422,
                "Invalid",
                "Scale.autoscaling \"" + name + "\" is invalid: spec.replicas: " + cause.message(),
                new Details(name, "autoscaling", "Scale", "", List.of(cause), 0));
    }

    private static int number(ObjectNode object, String path) {
        return JsonPath.parse(path).first(object).map(JsonNode::asInt).orElse(0);
    }
}
