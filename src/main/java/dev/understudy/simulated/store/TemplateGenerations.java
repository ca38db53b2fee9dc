package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Counts the templates of a DaemonSet in the annotation that older clients still read. */
final class TemplateGenerations {
    private static final String ANNOTATION = "deprecated.daemonset.template.generation";

    private TemplateGenerations() {}

    static void begin(ObjectNode set) {
        put(set, 1);
    }

    static void carryOn(ObjectNode before, ObjectNode after) {
        long count =
                before.path("metadata").path("annotations").path(ANNOTATION).asLong(1);
        boolean same = before.at("/spec/template").equals(after.at("/spec/template"));
        put(after, same ? count : count + 1);
    }

    private static void put(ObjectNode set, long count) {
        Meta.of(set).withObjectProperty("annotations").put(ANNOTATION, Long.toString(count));
    }
}
