package dev.understudy.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Worlds that tests begin with. */
public final class Worlds {
    private Worlds() {}

    /** The shop that ships with the project. */
    public static String shop() {
        try {
            return Files.readString(Path.of("scenarios/worlds/shop.yaml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The namespace shop with one Deployment {@code web} and a Service for it. */
    public static String web(int replicas, String... specLines) {
        String more = specLines.length == 0 ? "" : "  " + String.join("\n  ", specLines) + "\n";
        return """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              replicas: %d
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                    - {name: web, image: "web:1", ports: [{name: http, containerPort: 8080}]}
            %s---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec:
              selector: {app: web}
              ports: [{name: http, port: 80, targetPort: http}]
            """.formatted(replicas, more);
    }
}
