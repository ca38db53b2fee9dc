package dev.understudy.simulated.scheduler;

import com.fasterxml.jackson.databind.JsonNode;

/** The labels of namespaces, by which terms may select them. */
interface NamespaceLabels {
    JsonNode of(String namespace);
}
