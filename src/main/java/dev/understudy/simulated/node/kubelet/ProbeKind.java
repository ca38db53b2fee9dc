package dev.understudy.simulated.node.kubelet;

import com.fasterxml.jackson.databind.JsonNode;

/** The three questions that a kubelet asks of a container. */
enum ProbeKind {
    STARTUP("Startup"),
    LIVENESS("Liveness"),
    READINESS("Readiness");

    private final String title;

    ProbeKind(String title) {
        this.title = title;
    }

    /** The word that events begin with. */
    String title() {
        return title;
    }

    /** The annotation that speaks of it, and the beginning of its field. */
    String word() {
        return title.toLowerCase(java.util.Locale.ROOT);
    }

    /** Returns how a container declares this probe; missing when it does not. */
    JsonNode of(ContainerSpec spec) {
        return spec.json().path(word() + "Probe");
    }
}
