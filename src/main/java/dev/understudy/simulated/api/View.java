package dev.understudy.simulated.api;

import dev.understudy.simulated.store.StatusException;
import java.util.Arrays;

/**
 * The form in which a client wants objects.
 *
 * @param contentType media type of the answer
 * @param include which part of each object a table row carries: {@code None}, {@code Metadata} or {@code Object}
 */
record View(Form form, String contentType, String include) {
    /** How much of an object. */
    enum Form {
        WHOLE,
        TABLE,
        METADATA
    }

    private static final View WHOLE = new View(Form.WHOLE, "application/json", "");

    static View wantedBy(Ask ask) {
        String include = ask.parameter("includeObject");
        requireReadable(ask.header("Accept"));
        // The client lists what it takes in the order of its liking.
        return Arrays.stream(ask.header("Accept").split(","))
                .map(String::strip)
                .filter(type -> type.startsWith("application/json") || type.startsWith("*/*"))
                .findFirst()
                .map(type -> of(type, include.isEmpty() ? "Metadata" : include))
                .orElse(WHOLE);
    }

    private static void requireReadable(String accept) {
        boolean readable = accept.isBlank()
                || Arrays.stream(accept.split(","))
                        .map(String::strip)
                        .anyMatch(type -> type.matches("(application/json|application/\\*|\\*/\\*)(;.*)?"));
        if (!readable) {
            throw new StatusException(
                    406,
                    "NotAcceptable",
                    "406: Not Acceptable\n\nAvailable representations: application/json (the simulated cluster answers"
                            + " in no other form)");
        }
    }

    private static View of(String type, String include) {
        if (type.contains("as=Table")) {
            return new View(Form.TABLE, "application/json;as=Table;v=v1;g=meta.k8s.io", include);
        }
        if (type.contains("as=PartialObjectMetadata")) {
            String suffix = type.contains("MetadataList") ? "List" : "";
            return new View(
                    Form.METADATA, "application/json;as=PartialObjectMetadata" + suffix + ";v=v1;g=meta.k8s.io", "");
        }
        return WHOLE;
    }
}
